// SPDX-License-Identifier: MIT
#include "app/analytics/overview.h"

#include "app/net/json.h"

namespace parley::console {

namespace {

Spread spreadOf(const QJsonObject& parent, QLatin1String key)
{
    const QJsonObject spread = json::object(parent, key);
    return {json::maybeNumber(spread, QLatin1String("p50")), json::maybeNumber(spread, QLatin1String("p95"))};
}

Counts countsOf(const QJsonObject& object)
{
    Counts counts;
    counts.conversations = json::number(object, QLatin1String("conversations"));
    counts.automated = json::number(object, QLatin1String("automated"));
    counts.escalated = json::number(object, QLatin1String("escalated"));
    counts.automationRate = json::maybeNumber(object, QLatin1String("automation_rate"));
    counts.messages = json::number(object, QLatin1String("messages"));
    counts.turns = json::number(object, QLatin1String("turns"));
    counts.tokensIn = json::number(object, QLatin1String("tokens_in"));
    counts.tokensOut = json::number(object, QLatin1String("tokens_out"));
    counts.cost = json::number(object, QLatin1String("cost"));
    const QJsonObject cache = json::object(object, QLatin1String("cache"));
    counts.cacheHits = json::number(cache, QLatin1String("hits"));
    counts.wrongHits = json::number(cache, QLatin1String("wrong_hits"));
    counts.savedTokens = json::number(cache, QLatin1String("saved_tokens"));
    counts.savedMs = json::number(cache, QLatin1String("saved_ms"));
    counts.savedCost = json::maybeNumber(cache, QLatin1String("saved_cost"));
    const QJsonObject csat = json::object(object, QLatin1String("csat"));
    counts.csatMean = json::maybeNumber(csat, QLatin1String("mean"));
    counts.csatCount = json::number(csat, QLatin1String("count"));
    const QJsonArray given = json::array(csat, QLatin1String("distribution"));
    for (std::size_t at = 0; at < counts.csat.size(); ++at) {
        counts.csat.at(at) = given.at(static_cast<qsizetype>(at)).toDouble();
    }
    const QJsonObject sentiment = json::object(object, QLatin1String("sentiment"));
    counts.positive = json::number(sentiment, QLatin1String("positive"));
    counts.neutral = json::number(sentiment, QLatin1String("neutral"));
    counts.negative = json::number(sentiment, QLatin1String("negative"));
    return counts;
}

QList<NamedFigure> namesOf(const QJsonObject& parent, QLatin1String key, QLatin1String name)
{
    QList<NamedFigure> figures;
    for (const QJsonValue& each : json::array(parent, key)) {
        const QJsonObject row = each.toObject();
        figures.append({json::text(row, name), json::number(row, QLatin1String("count"))});
    }
    return figures;
}

} // namespace

Overview readOverview(const QJsonObject& object)
{
    Overview overview;
    const QJsonObject totals = json::object(object, QLatin1String("totals"));
    const QJsonObject human = json::object(totals, QLatin1String("human"));
    overview.from = json::time(object, QLatin1String("from"));
    overview.to = json::time(object, QLatin1String("to"));
    overview.interval = json::text(object, QLatin1String("interval"));
    overview.totals = countsOf(totals);
    overview.openGaps = json::number(totals, QLatin1String("gaps"));
    overview.botFirstReplyMs =
        spreadOf(json::object(totals, QLatin1String("bot")), QLatin1String("first_reply_ms"));
    overview.humanFirstReplyS = spreadOf(human, QLatin1String("first_reply_s"));
    overview.humanHandlingS = spreadOf(human, QLatin1String("handling_s"));
    overview.reasons = namesOf(object, QLatin1String("reasons"), QLatin1String("reason"));
    overview.categories = namesOf(object, QLatin1String("categories"), QLatin1String("category"));
    for (const QJsonValue& each : json::array(object, QLatin1String("channels"))) {
        const QJsonObject row = each.toObject();
        overview.channels.append({json::text(row, QLatin1String("channel")),
                                  json::number(row, QLatin1String("conversations")),
                                  json::maybeNumber(row, QLatin1String("escalation_rate")),
                                  json::maybeNumber(row, QLatin1String("sentiment")),
                                  spreadOf(row, QLatin1String("latency_ms"))});
    }
    for (const QJsonValue& each : json::array(object, QLatin1String("agents"))) {
        const QJsonObject row = each.toObject();
        overview.agents.append({json::text(row, QLatin1String("agent")),
                                json::number(row, QLatin1String("answers")),
                                json::number(row, QLatin1String("confidence"))});
    }
    for (const QJsonValue& each : json::array(object, QLatin1String("series"))) {
        const QJsonObject row = each.toObject();
        overview.series.append({json::time(row, QLatin1String("ts")), countsOf(row)});
    }
    return overview;
}

} // namespace parley::console
