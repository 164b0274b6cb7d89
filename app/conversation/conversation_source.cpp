// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_source.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"
#include "app/widgets/display_text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Customer)
};

/// A subscription that is answered makes the first reading; this long is waited for it.
constexpr int kSubscriptionMs = 800;
constexpr int kTicketPauseMs = 120;
constexpr int kWholePauseMs = 300;
constexpr int kKeepPauseMs = 4'000;
/// A customer who went while writing does not say so.
constexpr int kTypingMs = 6'000;

QString keptName(const QString& id)
{
    return QStringLiteral("conversation/") + id;
}

bool isOpenTicket(const QJsonObject& ticket)
{
    const QString status = json::text(ticket, QLatin1String("status"));
    return status != QLatin1String("resolved") && status != QLatin1String("closed");
}

} // namespace

QString nameOfCustomer(const QJsonObject& customer)
{
    for (const QLatin1String field :
         {QLatin1String("name"), QLatin1String("email"), QLatin1String("user_id"), QLatin1String("phone")}) {
        if (const QString found = displayLine(json::text(customer, field), 80); !found.isEmpty()) {
            return found;
        }
    }
    return Words::tr("Unknown customer");
}

ConversationSource::ConversationSource(Workspace& workspace, QString id, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_id(std::move(id)),
      m_topic(LiveLink::conversationTopic(m_id)),
      m_transcript(this)
{
    const auto prepare = [this](QTimer& timer, int ms, void (ConversationSource::*then)()) {
        timer.setSingleShot(true);
        timer.setInterval(ms);
        connect(&timer, &QTimer::timeout, this, then);
    };
    prepare(m_firstRead, kSubscriptionMs, &ConversationSource::reload);
    prepare(m_ticketPause, kTicketPauseMs, &ConversationSource::reloadTicket);
    prepare(m_wholePause, kWholePauseMs, &ConversationSource::reload);
    prepare(m_keepPause, kKeepPauseMs, &ConversationSource::keep);
    m_typingEnd.setSingleShot(true);
    m_typingEnd.setInterval(kTypingMs);
    connect(&m_typingEnd, &QTimer::timeout, this, [this] { setTyping(false); });

    LiveLink& live = m_workspace.live;
    connect(&live, &LiveLink::event, this, [this](const QString& topic, qint64, const QJsonObject& event) {
        if (topic == m_topic) {
            heard(event);
        }
    });
    connect(&live, &LiveLink::resync, this, [this](const QString& topic) {
        if (topic == m_topic) {
            reload();
        }
    });
    connect(&live, &LiveLink::refused, this, [this](const QString& topic) {
        if (topic == m_topic) {
            Q_EMIT refused();
        }
    });
    live.subscribe(m_topic);
    if (live.state() == LiveLink::State::Online) {
        m_firstRead.start();
    } else {
        reload();
    }
}

ConversationSource::~ConversationSource()
{
    keep();
    m_workspace.live.unsubscribe(m_topic);
}

void ConversationSource::reload()
{
    m_firstRead.stop();
    m_wholePause.stop();
    ApiClient& api = m_workspace.api;
    if (m_request != 0) {
        api.cancel(m_request);
    }
    m_isStale = false;
    m_request = api.get(QStringLiteral("/conversations/") + m_id, this, [this](const ApiReply& reply) {
        m_request = 0;
        took(reply);
        if (m_isStale && reply.isOk()) {
            m_wholePause.start();
        }
    });
}

void ConversationSource::took(const ApiReply& reply)
{
    if (reply.isOk()) {
        m_workspace.offline.put(keptName(m_id), reply.bytes, QDateTime::currentDateTimeUtc());
        m_readAt = {};
        m_isDirty = false;
        read(reply.object);
        Q_EMIT loaded();
        return;
    }
    if (!isLoaded() && reply.error->isPassing()) {
        showKept();
    }
    Q_EMIT failed(*reply.error);
}

void ConversationSource::showKept()
{
    if (const auto kept = m_workspace.offline.find(keptName(m_id))) {
        m_readAt = kept->readAt;
        read(QJsonDocument::fromJson(kept->bytes).object());
    }
}

void ConversationSource::read(const QJsonObject& object)
{
    const QJsonArray array = json::array(object, QLatin1String("messages"));
    QList<Message> messages;
    messages.reserve(array.size());
    for (const QJsonValue& each : array) {
        messages.append(messageFrom(each.toObject()));
    }
    m_detail = object;
    m_detail.remove(QLatin1String("messages"));
    m_transcript.reset(std::move(messages));
    Q_EMIT changed();
}

void ConversationSource::reloadTicket()
{
    const QString ticket = json::text(this->ticket(), QLatin1String("id"));
    if (ticket.isEmpty()) {
        reload();
        return;
    }
    m_workspace.api.get(QStringLiteral("/ticket/") + ticket, this, [this](const ApiReply& reply) {
        if (!reply.isOk()) {
            return;
        }
        QJsonObject fresh = reply.object;
        const QJsonValue card = fresh.take(QLatin1String("case"));
        QJsonArray tickets = json::array(m_detail, QLatin1String("tickets"));
        const auto old = std::find_if(tickets.begin(), tickets.end(), [&fresh](const QJsonValueRef each) {
            return each.toObject().value(QLatin1String("id")) == fresh.value(QLatin1String("id"));
        });
        if (old == tickets.end()) {
            tickets.append(fresh);
        } else {
            *old = fresh;
        }
        m_detail.insert(QStringLiteral("tickets"), tickets);
        if (card.isObject()) {
            m_detail.insert(QStringLiteral("case"), card);
        }
        Q_EMIT changed();
    });
}

void ConversationSource::merge(const QJsonObject& conversation)
{
    for (const char* const field : {"status", "assignee", "team", "tags", "sentiment"}) {
        if (const auto value = conversation.value(QLatin1String(field)); !value.isUndefined()) {
            m_detail.insert(QLatin1String(field), value);
        }
    }
    m_isDirty = true;
    m_keepPause.start();
    Q_EMIT changed();
}

void ConversationSource::heard(const QJsonObject& event)
{
    m_isStale = m_isStale || m_request != 0;
    const QString type = json::text(event, QLatin1String("type"));
    if (type == QLatin1String("typing")) {
        if (json::text(event, QLatin1String("from")) == QLatin1String("user")) {
            setTyping(json::boolean(event, QLatin1String("typing")));
        }
        return;
    }
    if (!isLoaded()) {
        return; // the reading that is under way brings it
    }
    const QJsonObject object = json::object(event, QLatin1String("message"));
    if (!object.isEmpty()) {
        const Message message = messageFrom(object);
        if (message.speaker == Message::Speaker::Customer) {
            setTyping(false);
        }
        const bool isNew = m_transcript.upsert(message);
        m_isDirty = true;
        m_keepPause.start();
        if (isNew) {
            Q_EMIT messageArrived(message);
        }
    } else if (type == QLatin1String("message.mentioned")) {
        heardMentions(event);
    } else if (type.startsWith(QLatin1String("message."))) {
        m_wholePause.start(); // it was changed, and this does not say into what
    } else if (type == QLatin1String("conversation.updated")) {
        heardUpdate(event);
    } else if (type == QLatin1String("ticket.created")) {
        m_wholePause.start();
    } else if (type.startsWith(QLatin1String("ticket."))) {
        m_ticketPause.start();
    }
}

void ConversationSource::take(const QJsonObject& message)
{
    m_transcript.upsert(messageFrom(message));
}

void ConversationSource::heardMentions(const QJsonObject& event)
{
    const int row = m_transcript.rowOf(json::text(event, QLatin1String("message_id")));
    if (row < 0) {
        m_wholePause.start();
        return;
    }
    Message message = m_transcript.message(row);
    message.mentions = mentionsFrom(json::array(event, QLatin1String("mentions")));
    m_transcript.upsert(message);
    m_isDirty = true;
    m_keepPause.start();
}

void ConversationSource::heardUpdate(const QJsonObject& event)
{
    const bool hasStatus = event.contains(QLatin1String("status"));
    if (!hasStatus && !event.contains(QLatin1String("tags"))) {
        m_wholePause.start();
        return;
    }
    QJsonObject update = event;
    const QJsonValue assignee = event.value(QLatin1String("assignee"));
    const bool hasHolder = json::text(event, QLatin1String("status")) == QLatin1String("with_agent");
    if (hasStatus && !hasHolder) {
        update.insert(QStringLiteral("assignee"), QJsonValue::Null);
    } else if (hasHolder && !assignee.toObject().contains(QLatin1String("id"))) {
        m_wholePause.start(); // a customer's view of it, without the person's id
    }
    merge(update);
}

void ConversationSource::setTyping(bool isTyping)
{
    if (isTyping) {
        m_typingEnd.start();
    } else {
        m_typingEnd.stop();
    }
    if (m_isTyping != isTyping) {
        m_isTyping = isTyping;
        Q_EMIT typingChanged(isTyping);
    }
}

void ConversationSource::keep()
{
    m_keepPause.stop();
    if (!m_isDirty || !isLoaded()) {
        return;
    }
    m_isDirty = false;
    QJsonArray messages;
    for (const Message& message : m_transcript.delivered()) {
        messages.append(jsonOf(message));
    }
    QJsonObject whole = m_detail;
    whole.insert(QStringLiteral("messages"), messages);
    m_workspace.offline.put(keptName(m_id),
                            QJsonDocument(whole).toJson(QJsonDocument::Compact),
                            QDateTime::currentDateTimeUtc());
}

QString ConversationSource::status() const
{
    return json::text(m_detail, QLatin1String("status"));
}

QString ConversationSource::assigneeId() const
{
    return json::text(json::object(m_detail, QLatin1String("assignee")), QLatin1String("id"));
}

QString ConversationSource::assigneeName() const
{
    return displayLine(json::text(json::object(m_detail, QLatin1String("assignee")), QLatin1String("name")),
                       60);
}

QJsonObject ConversationSource::customer() const
{
    return json::object(m_detail, QLatin1String("customer"));
}

QJsonObject ConversationSource::caseCard() const
{
    return json::object(m_detail, QLatin1String("case"));
}

QJsonObject ConversationSource::ticket() const
{
    QJsonObject newest;
    for (const QJsonValue& each : json::array(m_detail, QLatin1String("tickets"))) {
        const QJsonObject ticket = each.toObject();
        if (isOpenTicket(ticket)) {
            return ticket;
        }
        if (newest.isEmpty() || json::text(ticket, QLatin1String("created_ts")) >
                                    json::text(newest, QLatin1String("created_ts"))) {
            newest = ticket;
        }
    }
    return newest;
}

QString ConversationSource::customerName() const
{
    return nameOfCustomer(customer());
}

} // namespace parley::console
