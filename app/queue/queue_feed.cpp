// SPDX-License-Identifier: MIT
#include "app/queue/queue_feed.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/queue/presence_board.h"
#include "app/session/offline_cache.h"

#include <QJsonDocument>

namespace parley::console {

namespace {

/// What happens at once is read once.
constexpr int kPauseMs = 60;
constexpr int kPageSize = 200;
constexpr int kMostEntries = 2'000;

QString queueTopic()
{
    return QStringLiteral("queue");
}

QString presenceTopic()
{
    return QStringLiteral("presence");
}

QList<QueueEntry> entriesOf(const QJsonArray& items)
{
    QList<QueueEntry> entries;
    for (const QJsonValue& each : items) {
        entries.append(queueEntryFrom(each.toObject()));
    }
    return entries;
}

} // namespace

QueueFeed::QueueFeed(Workspace& workspace, PresenceBoard& presence, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_presence(presence),
      m_keptName(OfflineCache::nameIn(workspace.api.tenant(), QStringLiteral("escalations")))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &QueueFeed::reload);
    LiveLink& live = m_workspace.live;
    connect(&live, &LiveLink::event, this, [this](const QString& topic, qint64, const QJsonObject& event) {
        if (topic == queueTopic()) {
            m_pause.start();
        } else if (topic == presenceTopic()) {
            m_presence.hear(event);
        }
    });
    connect(&live, &LiveLink::resync, this, [this](const QString& topic) {
        if (topic == queueTopic()) {
            m_pause.start();
        }
    });
    connect(&live, &LiveLink::stateChanged, this, [this](LiveLink::State state) {
        if (state == LiveLink::State::Online) {
            m_pause.start();
        } else {
            m_presence.clear(); // whoever is still there is told anew
        }
    });
    live.subscribe(queueTopic());
    live.subscribe(presenceTopic());
    reload();
}

QueueFeed::~QueueFeed()
{
    m_workspace.live.unsubscribe(queueTopic());
    m_workspace.live.unsubscribe(presenceTopic());
}

void QueueFeed::reload()
{
    m_pause.stop();
    if (m_request != 0) {
        m_isStale = true; // what is being read may be older than what happened
        return;
    }
    m_reading.clear();
    readPage({});
}

void QueueFeed::readPage(const QString& cursor)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    m_request = m_workspace.api.get(
        QStringLiteral("/escalations"), query, this, [this, cursor](const ApiReply& reply) {
            m_request = 0;
            if (!reply.isOk()) {
                m_isStale = false;
                if (!m_hasLoaded && reply.error->isPassing()) {
                    showKept();
                }
                Q_EMIT failed(*reply.error);
                return;
            }
            if (cursor.isEmpty()) {
                m_workspace.offline.put(m_keptName, reply.bytes, QDateTime::currentDateTimeUtc());
            }
            m_reading.append(entriesOf(reply.items()));
            if (!reply.nextCursor().isEmpty() && m_reading.size() < kMostEntries) {
                readPage(reply.nextCursor());
                return;
            }
            m_readAt = {};
            m_hasLoaded = true;
            Q_EMIT entriesChanged(m_reading);
            if (std::exchange(m_isStale, false)) {
                reload();
            }
        });
}

void QueueFeed::showKept()
{
    if (const auto kept = m_workspace.offline.find(m_keptName)) {
        m_readAt = kept->readAt;
        const QJsonObject list = QJsonDocument::fromJson(kept->bytes).object();
        Q_EMIT entriesChanged(entriesOf(json::array(list, QLatin1String("items"))));
    }
}

} // namespace parley::console
