// SPDX-License-Identifier: MIT
#include "app/shell/notifier.h"

#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/net/whole_list.h"
#include "app/session/session.h"
#include "app/widgets/time_text.h"

namespace parley::console {

namespace {

constexpr int kSoonMs = 60;
constexpr int kDueCheckMs = 15'000;
constexpr int kWarnBeforeS = 5 * 60;
const QLatin1String kQueueTopic("queue");

} // namespace

Notifier::Notifier(ApiClient& api, LiveLink& live, Session& session, QObject* parent)
    : QObject(parent), m_api(api), m_live(live), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &Notifier::read);
    m_due.setInterval(kDueCheckMs);
    connect(&m_due, &QTimer::timeout, this, &Notifier::warnOfDue);
    connect(&m_session, &Session::signedIn, this, &Notifier::begin);
    connect(&m_session, &Session::tenantChanged, this, &Notifier::begin);
    connect(&m_session, &Session::signedOut, this, &Notifier::end);
    connect(&m_live, &LiveLink::event, this, [this](const QString& topic, qint64, const QJsonObject& event) {
        if (topic != kQueueTopic ||
            json::text(event, QLatin1String("type")) == QLatin1String("message.mentioned")) {
            return;
        }
        const QString by = json::text(json::object(event, QLatin1String("by")), QLatin1String("id"));
        if (!by.isEmpty()) {
            const QString conversation = json::text(event, QLatin1String("session_id"));
            if (by == m_session.user().id) {
                m_ownDoing.insert(conversation);
            } else {
                m_ownDoing.remove(conversation);
            }
        }
        readSoon();
    });
    connect(&m_live, &LiveLink::resync, this, [this](const QString& topic) {
        if (topic == kQueueTopic) {
            readSoon();
        }
    });
    m_live.subscribe(kQueueTopic);
}

void Notifier::begin()
{
    end();
    if (m_session.hasTenant() && m_session.may(QStringLiteral("desk:read"))) {
        m_due.start();
        read();
    }
}

void Notifier::end()
{
    m_soon.stop();
    m_due.stop();
    m_cases.clear();
    m_ownDoing.clear();
    m_waiting.clear();
    m_hasRead = false;
    Q_EMIT waitingChanged(0);
}

void Notifier::readSoon()
{
    if (m_session.isSignedIn() && m_session.hasTenant() && !m_soon.isActive()) {
        m_soon.start();
    }
}

void Notifier::read()
{
    if (m_isReading) {
        readSoon();
        return;
    }
    m_isReading = true;
    getAll(m_api, QStringLiteral("/escalations"), this, [this](const WholeList& cases) {
        m_isReading = false;
        if (cases.isOk()) {
            take(cases.items);
        }
    });
}

void Notifier::take(const QJsonArray& cases)
{
    QHash<QString, Case> now;
    QSet<QString> waiting;
    for (const QJsonValue& each : cases) {
        const QJsonObject ticket = each.toObject();
        const QString id = json::text(ticket, QLatin1String("id"));
        const Case before = m_cases.value(id);
        Case found;
        found.conversation = json::text(ticket, QLatin1String("session_id"));
        found.subject = json::text(ticket, QLatin1String("subject"));
        found.assignee = json::text(json::object(ticket, QLatin1String("assignee")), QLatin1String("id"));
        found.due = json::time(json::object(ticket, QLatin1String("sla")), QLatin1String("due_ts"));
        found.isWarned = before.isWarned && before.due == found.due;
        const bool isWaiting = json::text(ticket, QLatin1String("status")) == QLatin1String("pending_human");
        if (isWaiting) {
            waiting.insert(id);
        }
        if (m_hasRead && isWaiting && !m_waiting.contains(id)) {
            Q_EMIT notify(tr("A customer waits"), found.subject, found.conversation);
        }
        const bool isMine = !found.assignee.isEmpty() && found.assignee == m_session.user().id;
        if (m_hasRead && isMine && before.assignee != found.assignee && m_cases.contains(id) &&
            !m_ownDoing.contains(found.conversation)) {
            Q_EMIT notify(tr("A case is yours now"), found.subject, found.conversation);
        }
        now.insert(id, found);
    }
    m_cases = now;
    m_waiting = waiting;
    m_hasRead = true;
    Q_EMIT waitingChanged(this->waiting());
    warnOfDue();
}

void Notifier::warnOfDue()
{
    const QDateTime now = m_api.serverNow();
    for (Case& each : m_cases) {
        const bool concernsMe = each.assignee.isEmpty() || each.assignee == m_session.user().id;
        const qint64 left = now.secsTo(each.due);
        if (each.isWarned || !concernsMe || !each.due.isValid() || left > kWarnBeforeS || left < 0) {
            continue;
        }
        each.isWarned = true;
        Q_EMIT notify(tr("An answer is due in %1").arg(durationText(left)), each.subject, each.conversation);
    }
}

} // namespace parley::console
