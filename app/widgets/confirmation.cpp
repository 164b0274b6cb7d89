// SPDX-License-Identifier: MIT
#include "app/widgets/confirmation.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 440;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Confirmation)
};

struct Question {
    QDialog* dialog;
    QVBoxLayout* body;
    QDialogButtonBox* buttons;
};

Question ask(QWidget* parent, const QString& title, const QString& text)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(displayLine(title));
    dialog->setMinimumWidth(kWidthPx);
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(title, "heading", dialog));
    auto* words = new PlainLabel(text, dialog);
    words->setCopyable(true);
    layout->addWidget(words);
    auto* body = new QVBoxLayout;
    layout->addLayout(body);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return {dialog, body, buttons};
}

/// Where a web address really leads, which its beginning may not say.
QString destinationOf(const QUrl& link)
{
    const QString host = link.host(QUrl::FullyEncoded);
    if (host.isEmpty()) {
        return {};
    }
    QString words = QLatin1String("\n\n") + Words::tr("The site is %1.").arg(host);
    if (!link.userInfo().isEmpty()) {
        words += QLatin1Char(' ') + Words::tr("What stands before the @ is no part of its name.");
    }
    if (host.contains(QLatin1String("xn--"))) {
        words +=
            QLatin1Char(' ') +
            Words::tr("Its name has letters that can look like those of another site: %1.").arg(link.host());
    }
    return words;
}

/// Some mail programs take files along that an address names.
bool namesFiles(const QUrl& address)
{
    for (const auto& [key, value] : QUrlQuery(address).queryItems()) {
        if (key.startsWith(QLatin1String("attach"), Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace

void confirmDestruction(QWidget* parent,
                        const QString& title,
                        const QString& destroys,
                        const QString& button,
                        std::function<void()> then,
                        const QString& typed)
{
    const Question question = ask(parent, title, destroys);
    auto* agree = question.buttons->addButton(button, QDialogButtonBox::DestructiveRole);
    agree->setObjectName(QStringLiteral("agree"));
    setRole(agree, "danger");
    if (!typed.isEmpty()) {
        question.body->addWidget(
            new PlainLabel(Words::tr("Type \"%1\" to go on:").arg(typed), question.dialog));
        auto* field = new QLineEdit(question.dialog);
        field->setAccessibleName(displayLine(Words::tr("Type \"%1\" to go on:").arg(typed)));
        question.body->addWidget(field);
        agree->setEnabled(false);
        QObject::connect(field, &QLineEdit::textChanged, agree, [agree, typed](const QString& text) {
            agree->setEnabled(text == typed);
        });
    }
    QObject::connect(agree, &QPushButton::clicked, question.dialog, &QDialog::accept);
    QObject::connect(question.dialog, &QDialog::accepted, parent, std::move(then));
    question.buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    question.dialog->open();
}

bool mayOpen(const QUrl& link)
{
    const QString scheme = link.scheme().toLower();
    return link.isValid() && (((scheme == QLatin1String("http") || scheme == QLatin1String("https")) &&
                               !link.host().isEmpty()) ||
                              (scheme == QLatin1String("mailto") && !namesFiles(link)));
}

bool openOwnPage(const QUrl& page)
{
    return mayOpen(page) && QDesktopServices::openUrl(page);
}

void openLink(QWidget* parent, const QUrl& link)
{
    const QString shown = QString::fromUtf8(link.toEncoded());
    if (!mayOpen(link)) {
        const Question refusal =
            ask(parent,
                Words::tr("This link is not opened"),
                Words::tr("Only web and e-mail addresses are opened, and this is neither:") +
                    QLatin1Char('\n') + shown);
        refusal.buttons->setStandardButtons(QDialogButtonBox::Close);
        refusal.dialog->open();
        return;
    }
    const Question question = ask(parent,
                                  Words::tr("Open this address?"),
                                  Words::tr("A message in the conversation leads here:") + QLatin1Char('\n') +
                                      shown + destinationOf(link));
    auto* open = question.buttons->addButton(Words::tr("Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("agree"));
    open->setAutoDefault(false);
    question.buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    QObject::connect(question.buttons, &QDialogButtonBox::accepted, question.dialog, &QDialog::accept);
    QObject::connect(question.dialog, &QDialog::accepted, parent, [link] {
        QDesktopServices::openUrl(link);
    });
    question.dialog->open();
}

} // namespace parley::console
