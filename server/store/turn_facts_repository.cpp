// SPDX-License-Identifier: MIT
#include "server/store/turn_facts_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kSuggestion = "suggestion";

/// What the run before came to for the same message.
struct Earlier {
    std::string run;
    std::string outcome;
    std::int64_t latencyMs = 0;
    std::int64_t createdMs = 0;
    std::int64_t isFirst = 0;
};

/// Agents are asked again for a conversation's last message alone, so its runs follow each other.
Result<std::optional<Earlier>> earlierOf(Transaction& tx, const RunId& run)
{
    static constexpr std::string_view kSql =
        "SELECT f.run_id, f.outcome, f.latency_ms, f.created_ms, f.is_first FROM runs r "
        "JOIN runs o ON o.id = (SELECT MAX(p.id) FROM runs p WHERE p.conversation_id = r.conversation_id "
        "AND p.id < r.id) AND o.message_id = r.message_id "
        "JOIN turn_facts f ON f.conversation_id = r.conversation_id AND f.run_id = o.id WHERE r.id = $1";
    auto read = [](const Row& row) {
        return Earlier{row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4)};
    };
    return firstOf(tx.queryOptional(kSql, {run.value}), read, "turnFacts.earlier");
}

} // namespace

Result<std::string> TurnFactsRepository::note(Transaction& tx, const TurnFacts& facts) const
{
    static constexpr std::string_view kRename =
        "UPDATE turn_facts SET run_id = $1 WHERE created_ms = $2 AND run_id = $3";
    static constexpr std::string_view kReplace =
        "DELETE FROM turn_facts WHERE created_ms = $1 AND run_id = $2";
    static constexpr std::string_view kSql =
        "INSERT INTO turn_facts (run_id, conversation_id, channel, created_ms, latency_ms, outcome, agent, "
        "confidence, is_first, cache_hit, wrong_hit, saved_tokens, saved_ms) "
        "SELECT r.id, r.conversation_id, c.channel, COALESCE(CAST($8 AS BIGINT), r.created_ms), $2, $3, $4, "
        "$5, COALESCE(CAST($9 AS BIGINT), CASE WHEN EXISTS (SELECT 1 FROM runs o WHERE "
        "o.conversation_id = r.conversation_id AND o.id < r.id) THEN 0 ELSE 1 END), $6, 0, "
        "COALESCE((SELECT e.tokens FROM cache_entries e WHERE e.id = $7), 0), "
        "COALESCE((SELECT e.duration_ms FROM cache_entries e WHERE e.id = $7), 0) "
        "FROM runs r JOIN conversations c ON c.id = r.conversation_id WHERE r.id = $1 RETURNING channel";
    auto earlier = earlierOf(tx, facts.run);
    if (!earlier) {
        return fail(std::move(earlier).error());
    }
    std::int64_t latencyMs = facts.latencyMs;
    Value createdMs;
    Value isFirst;
    if (*earlier) {
        const Earlier& before = **earlier;
        if (facts.outcome == kSuggestion) {
            // Nobody read it: what the message came to before stands, by the name of its newest run.
            auto renamed = doneOf(tx.execute(kRename, {facts.run.value, before.createdMs, before.run}),
                                  "turnFacts.note");
            return renamed ? Result<std::string>(std::string()) : fail(std::move(renamed).error());
        }
        auto replaced = doneOf(tx.execute(kReplace, {before.createdMs, before.run}), "turnFacts.note");
        if (!replaced) {
            return fail(std::move(replaced).error());
        }
        latencyMs = before.outcome == kSuggestion ? latencyMs : before.latencyMs;
        createdMs = before.createdMs;
        isFirst = before.isFirst;
    }
    auto read = [](const Row& row) { return row.text(0); };
    auto channel = firstOf(tx.queryOptional(kSql,
                                            {facts.run.value,
                                             latencyMs,
                                             facts.outcome,
                                             textOrNull(facts.agent),
                                             facts.confidence,
                                             std::int64_t{facts.cacheEntry.empty() ? 0 : 1},
                                             facts.cacheEntry,
                                             createdMs,
                                             isFirst}),
                           read,
                           "turnFacts.note");
    if (!channel) {
        return fail(std::move(channel).error());
    }
    return channel->value_or(std::string());
}

} // namespace parley::server::store
