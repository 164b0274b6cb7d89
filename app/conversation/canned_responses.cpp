// SPDX-License-Identifier: MIT
#include "app/conversation/canned_responses.h"

#include "app/net/json.h"
#include "app/net/whole_list.h"
#include "app/session/offline_cache.h"
#include "app/widgets/display_text.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace parley::console {

namespace {

constexpr qint64 kFreshMs = 60'000;
constexpr int kMost = 1'000;

/// 0 is the best; -1: not at all.
int rank(const CannedResponse& response, const QString& typed)
{
    if (response.shortcut.startsWith(typed, Qt::CaseInsensitive)) {
        return response.shortcut.size() == typed.size() ? 0 : 1;
    }
    if (response.title.contains(typed, Qt::CaseInsensitive)) {
        return 2;
    }
    return response.text.contains(typed, Qt::CaseInsensitive) ? 3 : -1;
}

QString valueOf(const QString& name, const QJsonObject& conversation, const QString& supporter)
{
    const QJsonObject customer = json::object(conversation, QLatin1String("customer"));
    if (name == QLatin1String("customer.name")) {
        return displayLine(json::text(customer, QLatin1String("name")), 100);
    }
    if (name == QLatin1String("customer.email")) {
        return displayLine(json::text(customer, QLatin1String("email")), 200);
    }
    if (name == QLatin1String("supporter.name") || name == QLatin1String("agent.name")) {
        return supporter;
    }
    if (name == QLatin1String("ticket.reference")) {
        const QJsonObject card = json::object(conversation, QLatin1String("case"));
        return json::text(card, QLatin1String("reference"));
    }
    return {};
}

} // namespace

QList<CannedResponse> matchingCanned(const QList<CannedResponse>& all, const QString& typed)
{
    QList<std::pair<int, CannedResponse>> ranked;
    for (const CannedResponse& each : all) {
        if (const int place = rank(each, typed); place >= 0) {
            ranked.append({place, each});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first < right.first
                                         : left.second.shortcut.localeAwareCompare(right.second.shortcut) < 0;
    });
    QList<CannedResponse> found;
    for (const auto& [place, response] : ranked) {
        found.append(response);
    }
    return found;
}

QString fillPlaceholders(const QString& text, const QJsonObject& conversation, const QString& supporter)
{
    static const QRegularExpression pattern(QStringLiteral("( ?)\\{\\{\\s*([a-z_.]+)\\s*\\}\\}"));
    static const QStringList known{QStringLiteral("customer.name"),
                                   QStringLiteral("customer.email"),
                                   QStringLiteral("supporter.name"),
                                   QStringLiteral("agent.name"),
                                   QStringLiteral("ticket.reference")};
    QString filled;
    qsizetype done = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        filled += QStringView(text).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        if (!known.contains(match.captured(2))) {
            filled += match.captured(); // somebody's own braces
            continue;
        }
        const QString value = valueOf(match.captured(2), conversation, supporter);
        filled += value.isEmpty() ? QString() : match.captured(1) + value;
    }
    return filled + text.mid(done);
}

CannedResponses::CannedResponses(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_keptName(OfflineCache::nameIn(workspace.api.tenant(), QStringLiteral("canned-responses")))
{}

void CannedResponses::refresh()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (m_isReading || (m_readAtMs != 0 && now - m_readAtMs < kFreshMs)) {
        return;
    }
    m_isReading = true;
    getAll(
        m_workspace.api,
        QStringLiteral("/canned-responses"),
        this,
        [this](const WholeList& list) { answered(list); },
        {},
        kMost);
}

void CannedResponses::answered(const WholeList& list)
{
    m_isReading = false;
    if (list.error) {
        if (const auto kept = m_workspace.offline.find(m_keptName); m_all.isEmpty() && kept) {
            take(json::array(QJsonDocument::fromJson(kept->bytes).object(), QLatin1String("items")));
        }
        return;
    }
    m_readAtMs = QDateTime::currentMSecsSinceEpoch();
    const QJsonObject all{{QStringLiteral("items"), list.items}};
    m_workspace.offline.put(m_keptName,
                            QJsonDocument(all).toJson(QJsonDocument::Compact),
                            QDateTime::currentDateTimeUtc());
    take(list.items);
}

void CannedResponses::take(const QJsonArray& items)
{
    m_all.clear();
    for (const QJsonValue& each : items) {
        const QJsonObject object = each.toObject();
        m_all.append({json::text(object, QLatin1String("shortcut")),
                      json::text(object, QLatin1String("title")),
                      json::text(object, QLatin1String("text"))});
    }
    Q_EMIT changed();
}

} // namespace parley::console
