// SPDX-License-Identifier: MIT
#include "server/store/analytics_repository.h"

#include "server/store/rows.h"

#include <sstream>

namespace parley::server::store {

namespace {

/// Two digits, so that few groups come of many times and none is wrong by more than 5 %.
std::string rounded(const std::string& time)
{
    return "CASE WHEN " + time + " < 200 THEN " + time + " WHEN " + time + " < 2000 THEN " + time +
           " / 10 * 10 WHEN " + time + " < 20000 THEN " + time + " / 100 * 100 WHEN " + time +
           " < 200000 THEN " + time + " / 1000 * 1000 ELSE " + time + " / 10000 * 10000 END";
}

Params spanOf(const AnalyticsPeriod& period)
{
    return {period.fromMs, period.toMs};
}

Params piecesOf(const AnalyticsPeriod& period)
{
    return {period.fromMs, period.toMs, period.originMs, period.stepMs};
}

/// When the piece of this number begins, and the next: within the period.
std::string boundsOf(const std::string& number)
{
    const std::string begin = "CAST($3 AS BIGINT) + " + number + " * CAST($4 AS BIGINT)";
    const std::string end = "CAST($3 AS BIGINT) + (" + number + " + 1) * CAST($4 AS BIGINT)";
    return "CASE WHEN " + begin + " < CAST($1 AS BIGINT) THEN CAST($1 AS BIGINT) ELSE " + begin +
           " END, CASE WHEN " + end + " > CAST($2 AS BIGINT) THEN CAST($2 AS BIGINT) ELSE " + end + " END";
}

/// The pieces of a period by number. Grouping would sort every row by its piece; each piece's range is walked
/// as it stands instead. Its bounds are columns: what is compared with a sum, which may fail, row-level
/// security keeps from the index.
const std::string kPieces = "WITH RECURSIVE piece (i, begins, ends) AS (SELECT CAST(0 AS BIGINT), " +
                            boundsOf("CAST(0 AS BIGINT)") + " UNION ALL SELECT i + 1, " +
                            boundsOf("(i + 1)") + " FROM piece WHERE i + 1 < CAST($5 AS BIGINT)) ";
const std::string kBegin = "piece.begins";
const std::string kEnd = "piece.ends";

/// What those name, with times multiplied.
Params cutOf(const AnalyticsPeriod& period, std::int64_t by)
{
    const std::int64_t pieces = (period.toMs - period.originMs + period.stepMs - 1) / period.stepMs;
    return {period.fromMs * by, period.toMs * by, period.originMs * by, period.stepMs * by, pieces};
}

BucketCount bucketFrom(const Row& row)
{
    return {row.integer(0), row.integer(1), row.integer(2)};
}

TimeCount timeFrom(const Row& row)
{
    return {row.text(0), row.integer(1), row.integer(2), 0};
}

NamedCount namedFrom(const Row& row)
{
    return {row.text(0), row.integer(1)};
}

/// Of tickets made in the period, by one of their columns.
Result<std::vector<NamedCount>>
ticketsBy(ReadTransaction& tx, const std::string& column, const AnalyticsPeriod& period, int limit)
{
    const std::string sql = "SELECT " + column +
                            ", COUNT(*) FROM tickets WHERE created_ms >= $1 AND created_ms < $2 "
                            // The agents have it still, or have answered it: nobody was asked.
                            "AND (reason <> 'form' OR assigned_ms IS NOT NULL) "
                            "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3";
    return allOf(tx.query(sql, {period.fromMs, period.toMs, static_cast<std::int64_t>(limit)}),
                 namedFrom,
                 "analytics.tickets");
}

/// Seconds between two times of tickets made in the period. A clock that was set back counts as 0.
Result<std::vector<TimeCount>> ticketTimes(ReadTransaction& tx,
                                           const std::string& from,
                                           const std::string& to,
                                           const AnalyticsPeriod& period)
{
    const std::string seconds =
        "(CASE WHEN " + to + " < " + from + " THEN 0 ELSE " + to + " - " + from + " END / 1000)";
    const std::string sql = "SELECT '', " + rounded(seconds) +
                            ", COUNT(*) FROM tickets WHERE created_ms >= $1 AND created_ms < $2 AND " + from +
                            " IS NOT NULL AND " + to + " IS NOT NULL GROUP BY 2 ORDER BY 2";
    return allOf(tx.query(sql, spanOf(period)), timeFrom, "analytics.ticketTimes");
}

} // namespace

Result<std::vector<ConversationCount>> AnalyticsRepository::conversations(ReadTransaction& tx,
                                                                          const AnalyticsPeriod& period) const
{
    // @source thresholds of a mood: VADER's authors (Hutto and Gilbert 2014)
    static constexpr std::string_view kSql =
        "SELECT (c.created_ms - $3) / $4, c.channel, COUNT(*), "
        "CAST(SUM(CASE WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = c.id AND "
        "(t.reason <> 'form' OR t.assigned_ms IS NOT NULL)) THEN 1 ELSE 0 "
        "END) AS BIGINT), "
        "CAST(SUM(CASE WHEN c.sentiment >= 0.05 THEN 1 ELSE 0 END) AS BIGINT), "
        "CAST(SUM(CASE WHEN c.sentiment <= -0.05 THEN 1 ELSE 0 END) AS BIGINT), "
        "SUM(COALESCE(c.sentiment, 0)) "
        "FROM conversations c WHERE c.created_ms >= $1 AND c.created_ms < $2 AND "
        "c.last_message IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2";
    auto read = [](const Row& row) {
        return ConversationCount{row.integer(0),
                                 row.text(1),
                                 row.integer(2),
                                 row.integer(3),
                                 row.integer(4),
                                 row.integer(5),
                                 row.real(6)};
    };
    return allOf(tx.query(kSql, piecesOf(period)), read, "analytics.conversations");
}

Result<std::vector<TurnCount>> AnalyticsRepository::turns(ReadTransaction& tx,
                                                          const AnalyticsPeriod& period) const
{
    // One text for each piece: a statement has one column a range that it walks, and walks it once.
    static const std::string kSql =
        kPieces +
        "SELECT i, (SELECT COUNT(*) || ' ' || COALESCE(SUM(cache_hit), 0) || ' ' || "
        "COALESCE(SUM(wrong_hit), 0) || ' ' || COALESCE(SUM(saved_tokens), 0) || ' ' || "
        "COALESCE(SUM(saved_ms), 0) FROM turn_facts WHERE created_ms >= " +
        kBegin + " AND created_ms < " + kEnd + ") FROM piece ORDER BY i";
    auto read = [](const Row& row) {
        TurnCount count;
        count.bucket = row.integer(0);
        std::istringstream sums(row.text(1));
        sums >> count.turns >> count.cacheHits >> count.wrongHits >> count.savedTokens >> count.savedMs;
        return count;
    };
    return allOf(tx.query(kSql, cutOf(period, 1)), read, "analytics.turns");
}

Result<std::vector<BucketCount>> AnalyticsRepository::messages(ReadTransaction& tx,
                                                               const AnalyticsPeriod& period) const
{
    // The number of a message has its time in the upper bits: the index alone answers.
    static const std::string kSql = kPieces +
                                    "SELECT i, 0, (SELECT COUNT(*) FROM messages WHERE number >= " + kBegin +
                                    " AND number < " + kEnd + ") FROM piece ORDER BY i";
    return allOf(tx.query(kSql, cutOf(period, 65'536)), bucketFrom, "analytics.messages");
}

Result<std::vector<BucketCount>> AnalyticsRepository::ratings(ReadTransaction& tx,
                                                              const AnalyticsPeriod& period) const
{
    static constexpr std::string_view kSql =
        "SELECT (created_ms - $3) / $4, rating, COUNT(*) FROM feedback WHERE created_ms >= $1 AND "
        "created_ms < $2 GROUP BY 1, 2 ORDER BY 1, 2";
    return allOf(tx.query(kSql, piecesOf(period)), bucketFrom, "analytics.ratings");
}

Result<std::vector<UsageCount>> AnalyticsRepository::usage(ReadTransaction& tx,
                                                           const AnalyticsPeriod& period) const
{
    static constexpr std::string_view kSql =
        "SELECT (hour_ms - $3) / $4, CAST(SUM(input_tokens) AS BIGINT), "
        "CAST(SUM(output_tokens) AS BIGINT), CAST(SUM(cost_micros) AS BIGINT) FROM llm_hours "
        "WHERE hour_ms >= $1 AND hour_ms < $2 GROUP BY 1 ORDER BY 1";
    auto read = [](const Row& row) {
        return UsageCount{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    };
    return allOf(tx.query(kSql, piecesOf(period)), read, "analytics.usage");
}

Result<std::vector<TimeCount>> AnalyticsRepository::turnTimes(ReadTransaction& tx,
                                                              const AnalyticsPeriod& period) const
{
    static const std::string kSql = "SELECT channel, " + rounded("latency_ms") +
                                    ", COUNT(*), CAST(SUM(is_first) AS BIGINT) FROM turn_facts WHERE "
                                    "created_ms >= $1 AND created_ms < $2 AND outcome <> 'suggestion' "
                                    "GROUP BY 1, 2 ORDER BY 1, 2";
    auto read = [](const Row& row) {
        return TimeCount{row.text(0), row.integer(1), row.integer(2), row.integer(3)};
    };
    return allOf(tx.query(kSql, spanOf(period)), read, "analytics.turnTimes");
}

Result<std::vector<TimeCount>> AnalyticsRepository::firstWords(ReadTransaction& tx,
                                                               const AnalyticsPeriod& period) const
{
    return ticketTimes(tx, "created_ms", "responded_ms", period);
}

Result<std::vector<TimeCount>> AnalyticsRepository::handling(ReadTransaction& tx,
                                                             const AnalyticsPeriod& period) const
{
    return ticketTimes(tx, "assigned_ms", "resolved_ms", period);
}

Result<std::vector<NamedCount>>
AnalyticsRepository::reasons(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const
{
    return ticketsBy(tx, "reason", period, limit);
}

Result<std::vector<NamedCount>>
AnalyticsRepository::categories(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const
{
    return ticketsBy(tx, "category", period, limit);
}

Result<std::vector<AgentCount>>
AnalyticsRepository::agents(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT agent, COUNT(*), AVG(COALESCE(confidence, 0)) FROM turn_facts WHERE created_ms >= $1 AND "
        "created_ms < $2 AND outcome = 'answer' AND agent IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3";
    auto read = [](const Row& row) { return AgentCount{row.text(0), row.integer(1), row.real(2)}; };
    return allOf(tx.query(kSql, {period.fromMs, period.toMs, static_cast<std::int64_t>(limit)}),
                 read,
                 "analytics.agents");
}

Result<std::int64_t> AnalyticsRepository::openGaps(ReadTransaction& tx, const AnalyticsPeriod& period) const
{
    static constexpr std::string_view kSql =
        "SELECT COUNT(*) FROM knowledge_gaps WHERE last_ms >= $1 AND last_ms < $2 AND status = 'open'";
    auto read = [](const Row& row) { return row.integer(0); };
    auto found = firstOf(tx.queryOptional(kSql, spanOf(period)), read, "analytics.openGaps");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(0);
}

} // namespace parley::server::store
