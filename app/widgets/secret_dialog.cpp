// SPDX-License-Identifier: MIT
#include "app/widgets/secret_dialog.h"

#include "app/widgets/copy_button.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 520;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SecretDialog)
};

class SecretDialog final : public QDialog {
public:
    using QDialog::QDialog;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() != Qt::Key_Escape) {
            QDialog::keyPressEvent(event);
        }
    }
};

} // namespace

void showSecretOnce(QWidget* parent,
                    const QString& title,
                    const QString& explanation,
                    const QList<std::pair<QString, QString>>& lines)
{
    auto* dialog = new SecretDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(kWidthPx);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(title, "heading", dialog));
    layout->addWidget(new PlainLabel(explanation, dialog));
    for (const auto& [name, value] : lines) {
        layout->addWidget(new PlainLabel(name, "muted", dialog));
        auto* line = new QHBoxLayout;
        auto* field = new QLineEdit(value, dialog);
        field->setReadOnly(true);
        field->setAccessibleName(name);
        field->setCursorPosition(0);
        auto* copy = new CopyButton(Words::tr("Copy"), dialog);
        copy->setContent(value);
        copy->setAccessibleName(Words::tr("Copy: %1").arg(name));
        line->addWidget(field, 1);
        line->addWidget(copy);
        layout->addLayout(line);
    }
    auto* buttons = new QDialogButtonBox(dialog);
    auto* kept = buttons->addButton(Words::tr("I have kept it"), QDialogButtonBox::AcceptRole);
    setRole(kept, "primary");
    kept->setObjectName(QStringLiteral("agree"));
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace parley::console
