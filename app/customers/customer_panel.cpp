// SPDX-License-Identifier: MIT
#include "app/customers/customer_panel.h"

#include "app/customers/customer_history.h"
#include "app/customers/erasure_words.h"
#include "app/customers/merge_dialog.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/desk_words.h"
#include "app/workspace/navigator.h"
#include "app/workspace/save_file.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kFormWidthPx = 620;
constexpr int kNameMost = 255;
/// The server reads everything there is of a customer in one request.
constexpr int kLongMs = 600'000;

} // namespace

CustomerPanel::CustomerPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_name(new PlainLabel({}, "title", this)),
      m_verified(new Badge(tr("Verified"), Tone::Success, this)),
      m_summary(new PlainLabel({}, "muted", this)),
      m_banner(new Banner(this)),
      m_form(new Form(this)),
      m_history(new CustomerHistory(workspace, this))
{
    m_name->setCopyable(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_verified);
    QWidget* identity = buildIdentity();
    m_history->insertTab(0, identity, tr("Identity"));
    m_history->setCurrentIndex(0);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_banner);
    layout->addWidget(m_history, 1);
    layout->addLayout(buildButtons());
    connect(m_banner, &Banner::actionTriggered, this, &CustomerPanel::read);
    connect(m_form, &Form::edited, this, &CustomerPanel::updateButtons);
    updateButtons();
}

QWidget* CustomerPanel::buildIdentity()
{
    m_form->addText(QStringLiteral("name"), tr("Name"), {}, rules::lengthAtMost(kNameMost));
    m_form->addText(
        QStringLiteral("email"),
        tr("E-mail address"),
        tr("Of a verified customer it comes from your website's sign-in and is not changed here."),
        rules::email());
    m_form->addText(QStringLiteral("phone"),
                    tr("Phone number"),
                    tr("With country code, such as +49 30 123456."));
    m_form->addText(QStringLiteral("plan"),
                    tr("Plan"),
                    tr("How fast this customer is answered goes by it: a-z, 0-9, - and _."),
                    rules::matches(QStringLiteral("^[a-z0-9_-]*$"), tr("Only a-z, 0-9, - and _.")));
    m_form->addText(QStringLiteral("locale"), tr("Language"), tr("Such as en or de-AT."));
    m_form->setMaximumWidth(kFormWidthPx);
    m_form->setEnabled(m_workspace.session.may(QStringLiteral("desk:write")));

    auto* inner = new QWidget(this);
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_form);
    layout->addSpacing(8);
    layout->addWidget(new PlainLabel(tr("Known by"), "heading", inner));
    m_identifiers = new QVBoxLayout;
    m_identifiers->setSpacing(6);
    layout->addLayout(m_identifiers);
    layout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    return scroll;
}

QLayout* CustomerPanel::buildButtons()
{
    m_merge = new QPushButton(icon(QStringLiteral("swap")), tr("Merge…"), this);
    m_export = new QPushButton(icon(QStringLiteral("download")), tr("Export…"), this);
    m_erase = new QPushButton(icon(QStringLiteral("trash")), tr("Erase…"), this);
    m_erase->setObjectName(QStringLiteral("erase"));
    setRole(m_erase, "danger");
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("save"));
    setRole(m_save, "primary");
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_erase);
    row->addStretch(1);
    row->addWidget(m_export);
    row->addWidget(m_merge);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &CustomerPanel::save);
    connect(m_merge, &QPushButton::clicked, this, &CustomerPanel::mergeWith);
    connect(m_export, &QPushButton::clicked, this, &CustomerPanel::exportAll);
    connect(m_erase, &QPushButton::clicked, this, &CustomerPanel::erase);
    return row;
}

QString CustomerPanel::id() const
{
    return json::text(m_customer, QLatin1String("id"));
}

QString CustomerPanel::unsaved() const
{
    return m_form->isChanged() && !m_customer.isEmpty()
               ? tr("What was changed of %1").arg(words::customer(m_customer))
               : QString();
}

void CustomerPanel::setCustomer(const QString& id)
{
    if (id != json::text(m_customer, QLatin1String("id"))) {
        display({}); // nobody else's name and buttons beside this one's history
    }
    m_wanted = id;
    m_banner->clear();
    m_history->setCustomer(id);
    if (id.isEmpty()) {
        display({});
        return;
    }
    read();
}

void CustomerPanel::read()
{
    m_workspace.api.get(QStringLiteral("/customers/%1").arg(m_wanted),
                        this,
                        [this, id = m_wanted](const ApiReply& reply) {
                            if (id != m_wanted) {
                                return;
                            }
                            if (reply.error) {
                                m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
                                return;
                            }
                            m_banner->clear();
                            display(reply.object);
                        });
}

void CustomerPanel::display(const QJsonObject& customer)
{
    m_customer = customer;
    m_name->setText(words::customer(customer));
    const bool isVerified = json::boolean(customer, QLatin1String("verified"));
    m_verified->setVisible(isVerified);
    const int conversations = static_cast<int>(json::integer(customer, QLatin1String("conversations")));
    const int open = static_cast<int>(json::integer(customer, QLatin1String("open_tickets")));
    const QDateTime since = json::time(customer, QLatin1String("created_ts"));
    m_summary->setText(customer.isEmpty() ? QString()
                                          : tr("Customer since %1 · %2 · %3")
                                                .arg(momentText(since, QDateTime::currentDateTimeUtc()),
                                                     tr("%n conversation(s)", nullptr, conversations),
                                                     tr("%n open ticket(s)", nullptr, open)));
    m_form->load(customer);
    m_form->field(QStringLiteral("email"))->editor->setEnabled(!isVerified);
    displayIdentifiers();
    updateButtons();
}

void CustomerPanel::displayIdentifiers()
{
    while (QLayoutItem* item = m_identifiers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QJsonArray identifiers = json::array(m_customer, QLatin1String("identifiers"));
    for (const QJsonValue& each : identifiers) {
        const QJsonObject identifier = each.toObject();
        const bool isVerified = json::boolean(identifier, QLatin1String("verified"));
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(
            new Badge(words::plain(json::text(identifier, QLatin1String("kind"))), Tone::Neutral, line));
        auto* value = new PlainLabel(json::text(identifier, QLatin1String("value")), line);
        value->setCopyable(true);
        row->addWidget(value, 1);
        row->addWidget(new Badge(isVerified ? tr("Verified") : tr("Not verified"),
                                 isVerified ? Tone::Success : Tone::Warning,
                                 line));
        m_identifiers->addWidget(line);
    }
    if (identifiers.isEmpty()) {
        m_identifiers->addWidget(new PlainLabel(
            tr("Nothing but this conversation: the customer has not said who they are."), "muted", this));
    }
}

void CustomerPanel::updateButtons()
{
    const bool isThere = !m_customer.isEmpty();
    const bool mayWrite = m_workspace.session.may(QStringLiteral("desk:write"));
    m_save->setEnabled(isThere && mayWrite && m_form->isChanged());
    m_merge->setEnabled(isThere && mayWrite);
    m_erase->setEnabled(isThere && mayWrite);
    m_export->setEnabled(isThere);
}

void CustomerPanel::save()
{
    if (m_save->isEnabled() && m_form->check()) {
        m_workspace.api.patch(QStringLiteral("/customers/%1").arg(id()),
                              m_form->changes(),
                              this,
                              [this, wanted = id()](const ApiReply& reply) {
                                  if (wanted == id()) {
                                      saved(reply);
                                  }
                              });
    }
}

void CustomerPanel::saved(const ApiReply& reply)
{
    if (reply.error) {
        m_form->showErrors(reply.error->fields);
        m_banner->say(Tone::Danger, reply.error->describe());
        return;
    }
    m_banner->clear();
    display(reply.object);
    Q_EMIT changed(reply.object);
    m_workspace.navigator.say(tr("%1 is saved.").arg(words::customer(reply.object)));
}

void CustomerPanel::mergeWith()
{
    if (!m_merge->isEnabled()) {
        return;
    }
    auto* dialog = new MergeDialog(m_workspace, m_customer, this);
    connect(dialog, &MergeDialog::merged, this, [this, was = id()](const QJsonObject& stays) {
        const QString stayed = json::text(stays, QLatin1String("id"));
        if (stayed != was) {
            Q_EMIT erased(was);
        }
        Q_EMIT changed(stays);
        setCustomer(stayed);
        m_workspace.navigator.say(tr("They are one customer now: %1.").arg(words::customer(stays)));
    });
    dialog->open();
}

void CustomerPanel::exportAll()
{
    if (!m_export->isEnabled()) {
        return;
    }
    askSavePath(this,
                tr("Export everything that is kept of this customer"),
                QStringLiteral("customer-%1.json").arg(id()),
                tr("JSON (*.json)"),
                [this, customer = id()](const QString& path) {
                    m_banner->say(Tone::Neutral,
                                  tr("The server collects everything it keeps of this customer…"));
                    ApiRequest request;
                    request.method = "GET";
                    request.path = QStringLiteral("/customers/%1/export").arg(customer);
                    request.timeoutMs = kLongMs;
                    m_workspace.api.send(std::move(request), this, [this, path](const ApiReply& reply) {
                        m_banner->clear();
                        const QString fault =
                            reply.error ? reply.error->describe() : writeFile(path, reply.bytes);
                        if (fault.isEmpty()) {
                            m_workspace.navigator.say(tr("Written to %1.").arg(path));
                        } else {
                            m_banner->say(Tone::Danger, fault);
                        }
                    });
                });
}

void CustomerPanel::erase()
{
    if (!m_erase->isEnabled()) {
        return;
    }
    const QString email = json::text(m_customer, QLatin1String("email"));
    const int conversations = static_cast<int>(json::integer(m_customer, QLatin1String("conversations")));
    confirmDestruction(
        this,
        tr("Erase %1?").arg(words::customer(m_customer)),
        tr("Everything goes that is kept of this customer: %1 with all messages, tickets, feedback and "
           "attachments, "
           "answers learned from them, and who they are. Nobody can bring it back. You get a receipt.")
            .arg(tr("%n conversation(s)", nullptr, conversations)),
        tr("Erase customer"),
        [this, customer = id()] {
            m_banner->say(Tone::Neutral, tr("The server erases everything it keeps of this customer…"));
            ApiRequest request;
            request.method = "DELETE";
            request.path = QStringLiteral("/customers/%1").arg(customer);
            request.timeoutMs = kLongMs;
            m_workspace.api.send(std::move(request), this, [this, customer](const ApiReply& reply) {
                m_banner->clear();
                if (reply.error) {
                    m_banner->say(Tone::Danger, reply.error->describe());
                    return;
                }
                showReceipt(reply.object);
                Q_EMIT erased(customer);
            });
        },
        email.isEmpty() ? id() : email);
}

void CustomerPanel::showReceipt(const QJsonObject& receipt)
{
    auto* dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("The customer is erased"));
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("The customer is erased"), "heading", dialog));
    auto* words = new PlainLabel(erasureWords(receipt), dialog);
    words->setCopyable(true);
    layout->addWidget(words);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace parley::console
