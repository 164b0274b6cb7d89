// SPDX-License-Identifier: MIT
#include "server/store/turn_facts_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> TurnFactsRepository::note(Transaction& tx, const TurnFacts& facts) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO turn_facts (run_id, conversation_id, channel, created_ms, latency_ms, outcome, agent, "
        "confidence, is_first, cache_hit, wrong_hit, saved_tokens, saved_ms) "
        "SELECT r.id, r.conversation_id, c.channel, r.created_ms, $2, $3, $4, $5, "
        "CASE WHEN EXISTS (SELECT 1 FROM runs o WHERE o.conversation_id = r.conversation_id AND o.id < r.id) "
        "THEN 0 ELSE 1 END, $6, 0, COALESCE((SELECT e.tokens FROM cache_entries e WHERE e.id = $7), 0), "
        "COALESCE((SELECT e.duration_ms FROM cache_entries e WHERE e.id = $7), 0) "
        "FROM runs r JOIN conversations c ON c.id = r.conversation_id WHERE r.id = $1";
    return doneOf(tx.execute(kSql,
                             {facts.run.value,
                              facts.latencyMs,
                              facts.outcome,
                              textOrNull(facts.agent),
                              facts.confidence,
                              std::int64_t{facts.cacheEntry.empty() ? 0 : 1},
                              facts.cacheEntry}),
                  "turnFacts.note");
}

} // namespace parley::server::store
