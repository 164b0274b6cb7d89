// SPDX-License-Identifier: MIT
#include "app/widgets/secret_edit.h"

#include "app/style/icons.h"

#include <QAction>

namespace parley::console {

SecretEdit::SecretEdit(QWidget* parent) : QLineEdit(parent), m_forget(new QAction(this))
{
    setEchoMode(QLineEdit::Password);
    m_forget->setIcon(icon(QStringLiteral("trash")));
    m_forget->setText(tr("Forget what is kept"));
    addAction(m_forget, QLineEdit::TrailingPosition);
    connect(m_forget, &QAction::triggered, this, &SecretEdit::forget);
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::secretChanged);
    setSecret({});
}

void SecretEdit::setSecret(const QString& secret)
{
    m_isKept = isMask(secret);
    setText(m_isKept ? QString() : secret);
    setPlaceholderText(m_isKept ? tr("Kept – type to replace") : tr("None"));
    setAccessibleDescription(placeholderText());
    m_forget->setVisible(m_isKept);
}

void SecretEdit::forget()
{
    setSecret({});
    Q_EMIT secretChanged();
}

QString SecretEdit::secret() const
{
    return text().isEmpty() && m_isKept ? QString::fromLatin1(kMask) : text();
}

} // namespace parley::console
