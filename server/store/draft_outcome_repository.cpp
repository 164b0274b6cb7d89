// SPDX-License-Identifier: MIT
#include "server/store/draft_outcome_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

DraftOutcomeRow fromRow(const Row& row)
{
    DraftOutcomeRow outcome;
    outcome.run.value = row.text(0);
    outcome.source = row.text(1);
    outcome.conversation.value = row.text(2);
    outcome.outcome = row.text(3);
    outcome.label = row.real(4);
    outcome.weight = row.real(5);
    outcome.confidence = row.real(6);
    outcome.features = row.text(7);
    outcome.createdMs = row.integer(8);
    return outcome;
}

} // namespace

Result<void> DraftOutcomeRepository::put(Transaction& tx, const DraftOutcomeRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO draft_outcomes (run_id, source, conversation_id, outcome, label, weight, confidence, "
        "features, created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
        "ON CONFLICT (run_id, source) DO UPDATE SET outcome = $4, label = $5, weight = $6, confidence = $7, "
        "features = $8, created_ms = $9";
    return doneOf(tx.execute(kSql,
                             {row.run.value,
                              row.source,
                              row.conversation.value,
                              row.outcome,
                              row.label,
                              row.weight,
                              row.confidence,
                              row.features,
                              row.createdMs}),
                  "draft_outcomes.put");
}

Result<std::vector<DraftOutcomeRow>> DraftOutcomeRepository::newest(ReadTransaction& tx, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT run_id, source, conversation_id, outcome, label, weight, confidence, features, created_ms "
        "FROM draft_outcomes ORDER BY created_ms DESC, run_id DESC, source LIMIT $1";
    return allOf(tx.query(kSql, {static_cast<std::int64_t>(limit)}), fromRow, "draft_outcomes.newest");
}

Result<DraftOutcomeCounts> DraftOutcomeRepository::counts(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT outcome, COUNT(*) FROM draft_outcomes GROUP BY outcome";
    auto rows = tx.query(kSql);
    if (!rows) {
        return fail(std::move(rows).error().in("draft_outcomes.counts"));
    }
    DraftOutcomeCounts counts;
    for (const Row& row : *rows) {
        const std::string outcome = row.text(0);
        std::int64_t& count = outcome == "sent"     ? counts.sent
                              : outcome == "edited" ? counts.edited
                                                    : counts.rejected;
        count += row.integer(1);
    }
    return counts;
}

Result<void> DraftOutcomeRepository::remove(Transaction& tx, const RunId& run, std::string_view source) const
{
    static constexpr std::string_view kSql = "DELETE FROM draft_outcomes WHERE run_id = $1 AND source = $2";
    return doneOf(tx.execute(kSql, {run.value, std::string(source)}), "draft_outcomes.remove");
}

} // namespace parley::server::store
