// SPDX-License-Identifier: MIT
#include "app/tickets/ticket_panel.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/tickets/ticket_columns.h"
#include "app/widgets/badge.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/workspace/customer_labels.h"
#include "app/workspace/navigator.h"
#include "app/workspace/passage_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr double kPercent = 100;

constexpr std::array kCategories{
    "general", "technical", "billing", "feedback", "bug_report", "legal", "security"};

QString orDash(const QString& text)
{
    return text.trimmed().isEmpty() ? QStringLiteral("–") : text;
}

} // namespace

TicketPanel::TicketPanel(Workspace& workspace, CustomerLabels& names, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_names(names), m_banner(new Banner(this))
{
    auto* inner = new QWidget(this);
    auto* body = new QVBoxLayout(inner);
    body->setContentsMargins(0, 0, 8, 0);
    body->setSpacing(6);
    buildHead(body);
    buildEditor(body);
    m_question = addBlock(body, tr("The question"));
    m_draft = addBlock(body, tr("What the agents would have answered"));
    m_contextCaption = new PlainLabel(tr("What they found"), "muted", inner);
    body->addSpacing(6);
    body->addWidget(m_contextCaption);
    m_context = new PassageList(PassageList::Texts::Open, inner);
    body->addWidget(m_context);
    body->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    scroll->setAccessibleName(tr("Ticket"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    buildButtons(layout);
    connect(&m_names, &CustomerLabels::named, this, &TicketPanel::nameCustomer);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_bannerAction) {
            m_bannerAction();
        }
    });
    hide();
}

PlainLabel* TicketPanel::addBlock(QVBoxLayout* layout, const QString& caption)
{
    layout->addSpacing(6);
    layout->addWidget(new PlainLabel(caption, "muted", this));
    auto* text = new PlainLabel({}, this);
    text->setCopyable(true);
    text->setAccessibleName(caption);
    layout->addWidget(text);
    return text;
}

void TicketPanel::buildHead(QVBoxLayout* layout)
{
    m_reference = new PlainLabel({}, "muted", this);
    m_reference->setCopyable(true);
    m_subject = new PlainLabel({}, "heading", this);
    m_subject->setCopyable(true);
    m_status = new Badge({}, Tone::Neutral, this);
    m_sla = new Badge({}, Tone::Neutral, this);
    m_confidence = new Badge({}, Tone::Neutral, this);
    layout->addWidget(m_reference);
    layout->addWidget(m_subject);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(6);
    badges->addWidget(m_status);
    badges->addWidget(m_sla);
    badges->addWidget(m_confidence);
    badges->addStretch(1);
    layout->addLayout(badges);
    m_reason = addBlock(layout, tr("Why it came to people"));
    m_customer = addBlock(layout, tr("Customer"));
}

void TicketPanel::buildEditor(QVBoxLayout* layout)
{
    m_priority = new QComboBox(this);
    m_priority->setAccessibleName(tr("Priority"));
    for (const char* priority : {"urgent", "high", "medium", "low"}) {
        const QString name = QString::fromLatin1(priority);
        m_priority->addItem(words::priority(name).text, name);
    }
    m_category = new QComboBox(this);
    m_category->setAccessibleName(tr("Category"));
    m_category->setEditable(true);
    for (const char* category : kCategories) {
        m_category->addItem(QString::fromLatin1(category));
    }
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("save"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_priority);
    row->addWidget(m_category, 1);
    row->addWidget(m_save);
    layout->addSpacing(6);
    layout->addWidget(new PlainLabel(tr("Priority and category"), "muted", this));
    layout->addLayout(row);
    connect(m_priority, &QComboBox::currentIndexChanged, this, &TicketPanel::updateButtons);
    connect(m_category, &QComboBox::currentTextChanged, this, &TicketPanel::updateButtons);
    connect(m_save, &QPushButton::clicked, this, &TicketPanel::save);
}

void TicketPanel::buildButtons(QVBoxLayout* layout)
{
    m_run = new QPushButton(icon(QStringLiteral("run")), tr("Why?"), this);
    setPlainToolTip(m_run, tr("What the agents did before they gave it to people"));
    m_resolve = new QPushButton(icon(QStringLiteral("check")), tr("Resolve"), this);
    m_resolve->setObjectName(QStringLiteral("resolve"));
    m_open = new QPushButton(tr("Open conversation"), this);
    setRole(m_open, "primary");
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_run);
    row->addWidget(m_resolve);
    row->addStretch(1);
    row->addWidget(m_open);
    layout->addLayout(row);
    connect(m_run, &QPushButton::clicked, this, &TicketPanel::openRun);
    connect(m_resolve, &QPushButton::clicked, this, &TicketPanel::resolve);
    connect(m_open, &QPushButton::clicked, this, &TicketPanel::openConversation);
}

QString TicketPanel::id() const
{
    return json::text(m_ticket, QLatin1String("id"));
}

QString TicketPanel::unsaved() const
{
    return m_save->isEnabled() && isVisible()
               ? tr("Priority or category of %1").arg(json::text(m_ticket, QLatin1String("reference")))
               : QString();
}

void TicketPanel::setTicket(const QJsonObject& ticket)
{
    const bool isOther = json::text(ticket, QLatin1String("id")) != id();
    if (isOther) {
        m_banner->clear();
        keepEdits();
    }
    const bool keepsEdits = !isOther && m_save->isEnabled();
    display(ticket);
    if (!keepsEdits) {
        loadEditor();
    }
    setVisible(!ticket.isEmpty());
    if (!ticket.isEmpty()) {
        read();
    }
}

void TicketPanel::read()
{
    m_workspace.api.get(QStringLiteral("/ticket/%1").arg(id()),
                        this,
                        [this, wanted = id()](const ApiReply& reply) {
                            if (wanted != id()) {
                                return;
                            }
                            if (reply.error) {
                                m_bannerAction = [this] { read(); };
                                m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
                                return;
                            }
                            const bool isEdited = m_save->isEnabled();
                            display(reply.object);
                            if (!isEdited) {
                                loadEditor();
                            }
                        });
}

void TicketPanel::display(const QJsonObject& ticket)
{
    m_ticket = ticket;
    m_reference->setText(json::text(ticket, QLatin1String("reference")));
    m_subject->setText(json::text(ticket, QLatin1String("subject")));
    const words::Said status = words::ticketStatus(json::text(ticket, QLatin1String("status")));
    m_status->setText(status.text);
    m_status->setTone(status.tone);
    const words::Said sla = slaWords(ticket, m_workspace.api.serverNow());
    m_sla->setText(sla.text);
    m_sla->setTone(sla.tone);
    m_sla->setVisible(!sla.text.isEmpty());
    const auto confidence = json::maybeNumber(ticket, QLatin1String("confidence"));
    m_confidence->setVisible(confidence.has_value());
    if (confidence) {
        m_confidence->setText(tr("%1 % sure").arg(qRound(*confidence * kPercent)));
    }
    m_reason->setText(orDash(words::reason(json::text(ticket, QLatin1String("reason")))));
    m_question->setText(orDash(json::text(ticket, QLatin1String("question"))));
    const QString draft = json::text(ticket, QLatin1String("draft_answer"));
    m_draft->setText(draft.isEmpty() ? tr("They had no answer.") : draft);
    m_context->setPassages(json::array(ticket, QLatin1String("context")));
    m_contextCaption->setVisible(m_context->count() > 0);
    nameCustomer();
    updateButtons();
}

void TicketPanel::nameCustomer()
{
    const QJsonObject customer = json::object(m_ticket, QLatin1String("customer"));
    const QString customerId = json::text(customer, QLatin1String("id"));
    const QString known = m_names.name(customerId);
    m_customer->setText(orDash(known.isEmpty() ? words::customer(customer) : known));
    if (known.isEmpty() && customer.size() == 1) {
        m_names.ask({customerId});
    }
}

/// What was chosen and not saved comes back with its ticket.
void TicketPanel::keepEdits()
{
    if (m_save->isEnabled()) {
        m_edits.insert(id(), {m_priority->currentData().toString(), m_category->currentText()});
    } else {
        m_edits.remove(id());
    }
}

void TicketPanel::loadEditor()
{
    const auto [priority, category] = m_edits.value(id(),
                                                    {json::text(m_ticket, QLatin1String("priority")),
                                                     json::text(m_ticket, QLatin1String("category"))});
    m_edits.remove(id());
    m_priority->setCurrentIndex(m_priority->findData(priority));
    m_category->setCurrentText(category);
    updateButtons();
}

void TicketPanel::updateButtons()
{
    const bool mayWrite = m_workspace.session.may(QStringLiteral("desk:write"));
    const QString status = json::text(m_ticket, QLatin1String("status"));
    const bool isChanged =
        m_priority->currentData().toString() != json::text(m_ticket, QLatin1String("priority")) ||
        m_category->currentText().trimmed() != json::text(m_ticket, QLatin1String("category"));
    m_priority->setEnabled(mayWrite);
    m_category->setEnabled(mayWrite);
    m_save->setEnabled(mayWrite && isChanged && !m_ticket.isEmpty());
    m_resolve->setVisible(mayWrite && status != QLatin1String("resolved") &&
                          status != QLatin1String("closed"));
    m_run->setVisible(!json::text(m_ticket, QLatin1String("run_id")).isEmpty());
    m_open->setEnabled(!json::text(m_ticket, QLatin1String("session_id")).isEmpty());
}

void TicketPanel::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    QJsonObject body;
    if (m_priority->currentData().toString() != json::text(m_ticket, QLatin1String("priority"))) {
        body.insert(QLatin1String("priority"), m_priority->currentData().toString());
    }
    const QString category = m_category->currentText().trimmed();
    if (category != json::text(m_ticket, QLatin1String("category"))) {
        body.insert(QLatin1String("category"), category);
    }
    patch(body);
}

void TicketPanel::resolve()
{
    patch({{QStringLiteral("status"), QStringLiteral("resolved")}});
}

void TicketPanel::patch(const QJsonObject& body)
{
    m_workspace.api.patch(QStringLiteral("/tickets/%1").arg(id()),
                          body,
                          this,
                          [this, wanted = id()](const ApiReply& reply) {
                              if (wanted == id()) {
                                  patched(reply);
                              }
                          });
}

void TicketPanel::patched(const ApiReply& reply)
{
    if (reply.isOk()) {
        m_banner->clear();
        m_ticket.insert(QLatin1String("priority"), reply.object.value(QLatin1String("priority")));
        m_ticket.insert(QLatin1String("category"), reply.object.value(QLatin1String("category")));
        loadEditor();
        Q_EMIT changed(reply.object);
        m_workspace.navigator.say(tr("%1 is saved.").arg(json::text(m_ticket, QLatin1String("reference"))));
        return;
    }
    if (reply.error->code == QLatin1String("use_resolve")) {
        m_bannerAction = [this] { openConversation(); };
        m_banner->say(
            Tone::Warning,
            tr("The customer waits for an answer to this. Answer it in the conversation: that resolves the "
               "ticket, and the next who asks the same gets your answer."),
            tr("Open conversation"));
        return;
    }
    m_bannerAction = nullptr;
    m_banner->say(Tone::Danger, reply.error->describe());
}

void TicketPanel::openConversation()
{
    const QString conversation = json::text(m_ticket, QLatin1String("session_id"));
    if (!conversation.isEmpty()) {
        m_workspace.navigator.openConversation(conversation);
    }
}

void TicketPanel::openRun()
{
    const QString run = json::text(m_ticket, QLatin1String("run_id"));
    if (!run.isEmpty()) {
        m_workspace.navigator.openRun(run);
    }
}

void TicketPanel::openCustomer()
{
    const QString customer =
        json::text(json::object(m_ticket, QLatin1String("customer")), QLatin1String("id"));
    if (!customer.isEmpty()) {
        m_workspace.navigator.openCustomer(customer);
    }
}

} // namespace parley::console
