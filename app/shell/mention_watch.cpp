// SPDX-License-Identifier: MIT
#include "app/shell/mention_watch.h"

#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/session.h"

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kKeepingMs = 1'000;
const QLatin1String kQueueTopic("queue");
const QLatin1String kPresenceTopic("presence");

} // namespace

MentionWatch::MentionWatch(LiveLink& live, Session& session, QSettings& settings, QObject* parent)
    : QObject(parent), m_live(live), m_session(session), m_settings(settings)
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepingMs);
    connect(&m_keeping, &QTimer::timeout, this, &MentionWatch::keep);
    connect(&m_session, &Session::signedIn, this, &MentionWatch::begin);
    connect(&m_session, &Session::tenantChanged, this, &MentionWatch::begin);
    connect(&m_session, &Session::signedOut, this, &MentionWatch::end);
    connect(&m_live,
            &LiveLink::event,
            this,
            [this](const QString& topic, qint64 seq, const QJsonObject& event) {
                if (topic == kQueueTopic) {
                    hearQueue(seq, event);
                } else if (topic == kPresenceTopic) {
                    hearPresence(event);
                }
            });
    connect(&m_live, &LiveLink::resync, this, [this](const QString& topic) {
        if (topic == kQueueTopic && !m_scope.isEmpty()) {
            m_lastSeq = std::max(m_lastSeq, m_live.seqOf(kQueueTopic));
            m_keeping.start();
        }
    });
    connect(&m_live, &LiveLink::viewingChanged, this, [this](const QString& conversation) {
        if (m_isFrontmost) {
            lookedAt(conversation);
        }
    });
    m_live.subscribe(kQueueTopic);
    m_live.subscribe(kPresenceTopic);
}

MentionWatch::~MentionWatch()
{
    keep();
    m_live.unsubscribe(kQueueTopic);
    m_live.unsubscribe(kPresenceTopic);
}

QString MentionWatch::key(const char* what) const
{
    return m_scope + QLatin1Char('/') + QLatin1String(what);
}

void MentionWatch::begin()
{
    end();
    if (!m_session.hasTenant() || !m_session.may(QStringLiteral("desk:read"))) {
        return;
    }
    const SignedInUser& user = m_session.user();
    const QString tenant = user.isAdmin() ? m_session.profile().tenant : user.tenantId;
    m_scope = QStringLiteral("mentions/%1/%2").arg(m_session.profile().id, tenant);
    m_lastSeq = m_settings.value(key("after"), -1).toLongLong();
    for (const QString& each : m_settings.value(key("seen")).toStringList()) {
        m_seen.insert(each.toLongLong());
    }
    m_live.resumeFrom(kQueueTopic, m_lastSeq);
}

void MentionWatch::end()
{
    keep();
    m_scope.clear();
    m_waiting.clear();
    m_seen.clear();
    m_viewedElsewhere.clear();
    m_lastSeq = -1;
    m_live.resumeFrom(kQueueTopic, -1);
    Q_EMIT changed();
}

void MentionWatch::hearQueue(qint64 seq, const QJsonObject& event)
{
    if (m_scope.isEmpty()) {
        return;
    }
    m_lastSeq = std::max(m_lastSeq, seq);
    m_keeping.start();
    if (json::text(event, QLatin1String("type")) != QLatin1String("message.mentioned")) {
        return;
    }
    const QString own = m_session.user().id;
    const QJsonObject by = json::object(event, QLatin1String("by"));
    const QJsonArray mentions = json::array(event, QLatin1String("mentions"));
    const bool isForMe = std::any_of(mentions.begin(), mentions.end(), [&own](const QJsonValue& each) {
        return json::text(each.toObject(), QLatin1String("id")) == own;
    });
    const bool isKnown = m_seen.contains(seq) ||
                         std::any_of(m_waiting.cbegin(), m_waiting.cend(), [seq](const MentionNews& each) {
                             return each.seq == seq;
                         });
    if (!isForMe || isKnown || json::text(by, QLatin1String("id")) == own) {
        return;
    }
    const QString conversation = json::text(event, QLatin1String("session_id"));
    if (m_isFrontmost && m_live.viewing() == conversation) {
        m_seen.insert(seq);
        return;
    }
    MentionNews news;
    news.seq = seq;
    news.conversation = conversation;
    news.message = json::text(event, QLatin1String("message_id"));
    news.by = json::text(by, QLatin1String("name"));
    news.reference = json::text(event, QLatin1String("reference"));
    news.preview = json::text(event, QLatin1String("preview"));
    m_waiting.append(news);
    Q_EMIT mentioned(news);
    Q_EMIT changed();
}

/// This console is among those that look at something; only what another one has just opened counts.
void MentionWatch::hearPresence(const QJsonObject& event)
{
    const QString id = json::text(json::object(event, QLatin1String("user")), QLatin1String("id"));
    if (id.isEmpty() || id != m_session.user().id) {
        return;
    }
    QStringList viewing = json::texts(event, QLatin1String("viewing"));
    viewing.removeOne(m_live.viewing());
    const QSet<QString> now(viewing.cbegin(), viewing.cend());
    const QSet<QString> opened = now - m_viewedElsewhere;
    m_viewedElsewhere = now;
    for (const QString& conversation : opened) {
        lookedAt(conversation);
    }
}

void MentionWatch::setFrontmost(bool isFrontmost)
{
    m_isFrontmost = isFrontmost;
    if (isFrontmost) {
        lookedAt(m_live.viewing());
    }
}

void MentionWatch::lookedAt(const QString& conversation)
{
    bool isAny = false;
    m_waiting.removeIf([&](const MentionNews& each) {
        if (each.conversation != conversation) {
            return false;
        }
        m_seen.insert(each.seq);
        isAny = true;
        return true;
    });
    if (isAny) {
        m_keeping.start();
        Q_EMIT changed();
    }
}

void MentionWatch::keep()
{
    m_keeping.stop();
    if (m_scope.isEmpty() || m_lastSeq < 0) {
        return;
    }
    const qint64 after = m_waiting.isEmpty() ? m_lastSeq : m_waiting.first().seq - 1;
    m_seen.removeIf([after](qint64 seq) { return seq <= after; });
    QStringList seen;
    for (const qint64 seq : std::as_const(m_seen)) {
        seen.append(QString::number(seq));
    }
    m_settings.setValue(key("after"), after);
    m_settings.setValue(key("seen"), seen);
}

} // namespace parley::console
