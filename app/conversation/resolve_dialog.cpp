// SPDX-License-Identifier: MIT
#include "app/conversation/resolve_dialog.h"

#include "app/conversation/message_limit.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 520;
constexpr int kTextPx = 140;

} // namespace

ResolveDialog::ResolveDialog(const Case& wish, QWidget* parent)
    : QDialog(parent),
      m_answer(new QRadioButton(tr("Answer the customer and resolve the case"), this)),
      m_close(new QRadioButton(tr("Resolve without another answer"), this)),
      m_text(new QPlainTextEdit(this)),
      m_learn(new QCheckBox(tr("Give this answer to whoever asks the same"), this)),
      m_email(new QCheckBox(tr("Also send it by e-mail"), this)),
      m_fault(new PlainLabel({}, "error", this)),
      m_agree(new QPushButton(tr("Resolve"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("resolveDialog"));
    setWindowTitle(tr("Resolve the case"));
    setMinimumWidth(kWidthPx);
    build(wish);
    update();
    (m_answer->isChecked() ? static_cast<QWidget*>(m_text) : m_agree)->setFocus();
}

void ResolveDialog::build(const Case& wish)
{
    m_text->setObjectName(QStringLiteral("resolveAnswer"));
    m_text->setAccessibleName(tr("Answer to the customer"));
    m_text->setPlainText(wish.answer);
    m_text->setMinimumHeight(kTextPx);
    m_text->setTabChangesFocus(true);
    m_learn->setObjectName(QStringLiteral("resolveLearn"));
    m_learn->setChecked(true);
    m_email->setObjectName(QStringLiteral("resolveEmail"));
    m_email->setEnabled(wish.hasEmail);
    setPlainToolTip(m_email, wish.hasEmail ? QString() : tr("The customer's e-mail address is not known."));
    m_answer->setEnabled(wish.hasTicket);
    setPlainToolTip(m_answer,
                    wish.hasTicket ? QString() : tr("There is no open case; the chat can only be closed."));
    const bool isClosing = !wish.hasTicket || (wish.answer.trimmed().isEmpty() && wish.isAnswered);
    (isClosing ? m_close : m_answer)->setChecked(true);
    m_agree->setObjectName(QStringLiteral("agree"));
    m_agree->setDefault(true);
    setRole(m_agree, "primary");

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_agree, QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Resolve the case"), "heading", this));
    layout->addWidget(m_answer);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_learn);
    layout->addWidget(m_email);
    layout->addWidget(m_close);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    connect(m_answer, &QRadioButton::toggled, this, &ResolveDialog::update);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ResolveDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &ResolveDialog::agree);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ResolveDialog::update()
{
    const bool isAnswer = m_answer->isChecked();
    m_text->setEnabled(isAnswer);
    m_learn->setEnabled(isAnswer);
    const MessageLimit limit = limitOf(m_text->toPlainText());
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    m_fault->setText(isAnswer && limit.isTooLong() ? limit.words() : QString());
    m_fault->setVisible(!m_fault->text().isEmpty());
    m_agree->setEnabled(!isAnswer || (!isEmpty && !limit.isTooLong()));
    m_agree->setText(isAnswer ? tr("Send and resolve") : tr("Resolve"));
}

void ResolveDialog::agree()
{
    if (m_answer->isChecked()) {
        QJsonObject body{{QStringLiteral("answer"), m_text->toPlainText()},
                         {QStringLiteral("learn"), m_learn->isChecked()}};
        if (m_email->isChecked()) {
            body.insert(QStringLiteral("notify_email"), true);
        }
        Q_EMIT answerWanted(body);
    } else {
        Q_EMIT closeWanted();
    }
    accept();
}

} // namespace parley::console
