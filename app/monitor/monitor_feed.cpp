// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_feed.h"

#include "app/monitor/monitor_model.h"
#include "app/net/json.h"
#include "app/session/offline_cache.h"

#include <QJsonDocument>

#include <utility>

namespace parley::console {

namespace {

constexpr int kPageSize = 100;
constexpr int kMostAtOnce = 4;
/// A busy desk changes more than anybody can follow; what is beyond this comes with the next refresh.
constexpr int kMostChanged = 200;
constexpr int kPauseMs = 250;
const auto kCacheName = QStringLiteral("monitor");

void add(QUrlQuery& query, const QString& key, const QString& value)
{
    if (!value.isEmpty()) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
}

} // namespace

QUrlQuery MonitorFilter::query(const QString& me) const
{
    QUrlQuery query;
    add(query, QStringLiteral("status"), status);
    add(query, QStringLiteral("channel"), channel);
    add(query, QStringLiteral("tag"), tag);
    add(query, QStringLiteral("q"), words);
    if (assignee != Assignee::Anyone) {
        add(query, QStringLiteral("assignee"), assignee == Assignee::Me ? me : QStringLiteral("none"));
    }
    return query;
}

bool MonitorFilter::accepts(const QJsonObject& conversation, const QString& me) const
{
    const QString holder =
        json::text(json::object(conversation, QLatin1String("assignee")), QLatin1String("id"));
    if (assignee == Assignee::Me ? holder != me : assignee == Assignee::Nobody && !holder.isEmpty()) {
        return false;
    }
    return (status.isEmpty() || json::text(conversation, QLatin1String("status")) == status) &&
           (channel.isEmpty() || json::text(conversation, QLatin1String("channel")) == channel) &&
           (tag.isEmpty() ||
            json::texts(conversation, QLatin1String("tags")).contains(tag, Qt::CaseInsensitive));
}

MonitorFeed::MonitorFeed(
    ApiClient& api, OfflineCache& offline, MonitorModel& model, QString me, QObject* parent)
    : QObject(parent),
      m_api(api),
      m_offline(offline),
      m_model(model),
      m_me(std::move(me)),
      m_keptName(OfflineCache::nameIn(api.tenant(), kCacheName))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MonitorFeed::readChanged);
    connect(&m_model, &MonitorModel::moreWanted, this, &MonitorFeed::readMore);
}

void MonitorFeed::setFilter(const MonitorFilter& filter)
{
    if (filter != m_filter || !m_hasLoaded) {
        m_filter = filter;
        reload();
    }
}

void MonitorFeed::reload()
{
    m_api.cancel(std::exchange(m_request, 0));
    m_api.cancel(std::exchange(m_refresh, 0));
    read({});
}

void MonitorFeed::readMore()
{
    if (m_request == 0 && hasMore()) {
        read(m_cursor);
    }
}

void MonitorFeed::read(const QString& cursor)
{
    QUrlQuery query = m_filter.query(m_me);
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    m_request = m_api.get(QStringLiteral("/conversations"),
                          query,
                          this,
                          [this, isFirst = cursor.isEmpty()](const ApiReply& reply) {
                              m_request = 0;
                              answered(reply, isFirst);
                              Q_EMIT loadingChanged(false);
                          });
    Q_EMIT loadingChanged(true);
}

void MonitorFeed::answered(const ApiReply& reply, bool isFirst)
{
    if (reply.error) {
        isFirst ? failFirst(*reply.error) : m_model.append({}, true);
        if (!isFirst) {
            Q_EMIT failed(*reply.error);
        }
        return;
    }
    m_cursor = reply.nextCursor();
    m_hasLoaded = true;
    if (isFirst) {
        m_model.setRows(reply.items(), hasMore());
        if (m_filter.isEmpty()) {
            m_offline.put(m_keptName, reply.bytes, m_api.serverNow());
        }
    } else {
        m_model.append(reply.items(), hasMore());
    }
    Q_EMIT loaded();
}

void MonitorFeed::failFirst(const ApiError& error)
{
    const auto kept = error.isPassing() && !m_hasLoaded ? m_offline.find(m_keptName) : std::nullopt;
    if (!kept) {
        Q_EMIT failed(error);
        return;
    }
    const QJsonObject page = QJsonDocument::fromJson(kept->bytes).object();
    m_model.setRows(json::array(page, QLatin1String("items")), false);
    Q_EMIT shownFromCache(kept->readAt, error);
}

void MonitorFeed::refresh()
{
    if (!m_hasLoaded) {
        reload();
        return;
    }
    if (m_request != 0 || m_refresh != 0) {
        return;
    }
    QUrlQuery query = m_filter.query(m_me);
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    m_refresh = m_api.get(QStringLiteral("/conversations"), query, this, [this](const ApiReply& reply) {
        m_refresh = 0;
        if (reply.error) {
            Q_EMIT failed(*reply.error);
            return;
        }
        const QJsonArray items = reply.items();
        for (const QJsonValue& each : items) {
            m_model.upsert(each.toObject(), m_filter.words.isEmpty());
        }
        Q_EMIT loaded();
    });
}

void MonitorFeed::changed(const QString& conversation)
{
    if (conversation.isEmpty() || !m_hasLoaded || m_changed.contains(conversation) ||
        m_changed.size() >= kMostChanged) {
        return;
    }
    if (m_filter.words.isEmpty() || m_model.contains(conversation)) {
        m_changed.append(conversation);
        m_pause.start();
    }
}

void MonitorFeed::readChanged()
{
    while (!m_changed.isEmpty() && m_reading.size() < kMostAtOnce) {
        const QString conversation = m_changed.takeFirst();
        m_reading.insert(conversation);
        m_api.get(QStringLiteral("/conversations/%1").arg(conversation),
                  this,
                  [this, conversation](const ApiReply& reply) {
                      m_reading.remove(conversation);
                      apply(conversation, reply);
                      readChanged();
                  });
    }
}

void MonitorFeed::apply(const QString& conversation, const ApiReply& reply)
{
    constexpr int kNotFound = 404;
    if (reply.status == kNotFound || (reply.isOk() && !m_filter.accepts(reply.object, m_me))) {
        m_model.remove(conversation);
    } else if (reply.isOk()) {
        m_model.upsert(reply.object, m_filter.words.isEmpty());
    }
}

} // namespace parley::console
