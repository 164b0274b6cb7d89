// SPDX-License-Identifier: MIT
#include "app/conversation/colleague_book.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/session/session.h"

#include <algorithm>

namespace parley::console {

namespace {

constexpr qint64 kFreshMs = 60'000;
constexpr qsizetype kMostPeople = 2'000;

QString pageSize()
{
    return QStringLiteral("200");
}

bool hasWord(const QString& name, const QString& typed)
{
    if (name.startsWith(typed, Qt::CaseInsensitive)) {
        return true;
    }
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(words.cbegin(), words.cend(), [&typed](const QString& word) {
        return word.startsWith(typed, Qt::CaseInsensitive);
    });
}

} // namespace

QList<Fellow> matchingFellows(const QList<Fellow>& all, const QString& typed)
{
    QList<Fellow> named;
    QList<Fellow> addressed;
    for (const Fellow& each : all) {
        if (hasWord(each.name, typed)) {
            named.append(each);
        } else if (each.email.startsWith(typed, Qt::CaseInsensitive)) {
            addressed.append(each);
        }
    }
    return named + addressed;
}

QString mentionOf(const Fellow& fellow, const QList<Fellow>& all)
{
    const auto bearers = std::count_if(all.cbegin(), all.cend(), [&fellow](const Fellow& each) {
        return each.name.compare(fellow.name, Qt::CaseInsensitive) == 0;
    });
    return QLatin1Char('@') + (bearers > 1 || fellow.name.isEmpty() ? fellow.email : fellow.name);
}

ColleagueBook::ColleagueBook(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{}

void ColleagueBook::refresh()
{
    const qint64 now = m_workspace.api.serverNow().toMSecsSinceEpoch();
    if (m_isReading || (m_readAtMs > 0 && now - m_readAtMs < kFreshMs)) {
        return;
    }
    m_isReading = true;
    m_reading.clear();
    readPage({});
}

void ColleagueBook::readPage(const QString& cursor)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), pageSize());
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    m_workspace.api.get(QStringLiteral("/colleagues"), query, this, [this](const ApiReply& reply) {
        if (!reply.isOk()) {
            // An older server has no such list: names can be written all the same.
            m_isReading = false;
            m_readAtMs = m_workspace.api.serverNow().toMSecsSinceEpoch();
            return;
        }
        take(reply.items());
        if (!reply.nextCursor().isEmpty() && m_reading.size() < kMostPeople) {
            readPage(reply.nextCursor());
            return;
        }
        std::sort(m_reading.begin(), m_reading.end(), [](const Fellow& left, const Fellow& right) {
            return left.name.localeAwareCompare(right.name) < 0;
        });
        m_isReading = false;
        m_readAtMs = m_workspace.api.serverNow().toMSecsSinceEpoch();
        m_all = std::exchange(m_reading, {});
        Q_EMIT changed();
    });
}

void ColleagueBook::take(const QJsonArray& items)
{
    for (const QJsonValue& each : items) {
        const QJsonObject person = each.toObject();
        const Fellow fellow{json::text(person, QLatin1String("id")),
                            json::text(person, QLatin1String("name")),
                            json::text(person, QLatin1String("email"))};
        if (!fellow.id.isEmpty() && fellow.id != m_workspace.session.user().id) {
            m_reading.append(fellow);
        }
    }
}

} // namespace parley::console
