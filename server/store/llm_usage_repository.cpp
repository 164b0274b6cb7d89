// SPDX-License-Identifier: MIT
#include "server/store/llm_usage_repository.h"

#include "server/store/rows.h"

#include <utility>

namespace parley::server::store {

Result<void> LlmUsageRepository::ensureMonth(Transaction& tx, const std::string& month) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO llm_months (month, used, reserved) VALUES ($1, 0, 0) ON CONFLICT (month) DO NOTHING";
    return doneOf(tx.execute(kSql, {month}), "llmUsage.ensureMonth");
}

Result<void> LlmUsageRepository::move(Transaction& tx,
                                      const std::string& month,
                                      std::int64_t reserved,
                                      std::int64_t used) const
{
    static constexpr std::string_view kSql =
        "UPDATE llm_months SET reserved = reserved - $1, used = used + $2 WHERE month = $3";
    return doneOf(tx.execute(kSql, {reserved, used, month}), "llmUsage.move");
}

Result<void> LlmUsageRepository::expire(Transaction& tx, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM llm_reservations WHERE expires_ms < $1 RETURNING month, tokens";
    auto read = [](const Row& row) { return std::pair(row.text(0), row.integer(1)); };
    auto expired = allOf(tx.query(kSql, {nowMs}), read, "llmUsage.expire");
    if (!expired) {
        return fail(std::move(expired).error());
    }
    for (const auto& [month, tokens] : *expired) {
        if (auto moved = move(tx, month, tokens, tokens); !moved) {
            return moved;
        }
    }
    return {};
}

Result<bool> LlmUsageRepository::reserve(Transaction& tx,
                                         const LlmReservation& wanted,
                                         std::int64_t limit,
                                         std::int64_t nowMs) const
{
    // One statement, so that no two of them can both see the same room.
    static constexpr std::string_view kReserve = "UPDATE llm_months SET reserved = reserved + $1 "
                                                 "WHERE month = $2 AND used + reserved + $1 <= $3";
    static constexpr std::string_view kNote =
        "INSERT INTO llm_reservations (id, month, tokens, expires_ms) VALUES ($1, $2, $3, $4)";
    if (auto ready = ensureMonth(tx, wanted.month); !ready) {
        return fail(std::move(ready).error());
    }
    if (auto expired = expire(tx, nowMs); !expired) {
        return fail(std::move(expired).error());
    }
    auto won = wonOf(tx.execute(kReserve, {wanted.tokens, wanted.month, limit}), "llmUsage.reserve");
    if (!won || !*won) {
        return won;
    }
    auto noted = tx.execute(kNote, {wanted.id, wanted.month, wanted.tokens, wanted.expiresMs});
    return wonOf(std::move(noted), "llmUsage.reserve");
}

Result<void> LlmUsageRepository::settle(Transaction& tx,
                                        const std::string& id,
                                        const LlmUsageRow& used,
                                        std::int64_t nowMs) const
{
    static constexpr std::string_view kEnd =
        "DELETE FROM llm_reservations WHERE id = $1 RETURNING month, tokens";
    static constexpr std::string_view kCount =
        "INSERT INTO llm_usage (month, provider, model, requests, input_tokens, output_tokens, cost_micros, "
        "updated_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (month, provider, model) DO UPDATE "
        "SET "
        "requests = llm_usage.requests + $4, input_tokens = llm_usage.input_tokens + $5, "
        "output_tokens = llm_usage.output_tokens + $6, cost_micros = llm_usage.cost_micros + $7, "
        "updated_ms = $8";
    static constexpr std::string_view kHour =
        "INSERT INTO llm_hours (hour_ms, requests, input_tokens, output_tokens, cost_micros) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hour_ms) DO UPDATE SET "
        "requests = llm_hours.requests + $2, input_tokens = llm_hours.input_tokens + $3, "
        "output_tokens = llm_hours.output_tokens + $4, cost_micros = llm_hours.cost_micros + $5";
    constexpr std::int64_t kHourMs = 3'600'000;
    const std::int64_t tokens = used.inputTokens + used.outputTokens;
    Result<void> moved;
    if (id.empty()) {
        moved = ensureMonth(tx, used.month);
        moved = moved ? move(tx, used.month, 0, tokens) : moved;
    } else {
        auto read = [](const Row& row) { return std::pair(row.text(0), row.integer(1)); };
        auto ended = firstOf(tx.queryOptional(kEnd, {id}), read, "llmUsage.settle");
        if (!ended) {
            return fail(std::move(ended).error());
        }
        if (*ended) {
            moved = move(tx, (*ended)->first, (*ended)->second, tokens);
        }
    }
    if (!moved || (used.requests == 0 && tokens == 0)) {
        return moved;
    }
    const Params row{used.month,
                     used.provider,
                     used.model,
                     used.requests,
                     used.inputTokens,
                     used.outputTokens,
                     used.costMicros,
                     nowMs};
    auto counted = doneOf(tx.execute(kCount, row), "llmUsage.settle");
    if (!counted) {
        return counted;
    }
    const Params hour{
        nowMs / kHourMs * kHourMs, used.requests, used.inputTokens, used.outputTokens, used.costMicros};
    return doneOf(tx.execute(kHour, hour), "llmUsage.settle");
}

Result<LlmMonth> LlmUsageRepository::month(ReadTransaction& tx, const std::string& month) const
{
    static constexpr std::string_view kSql = "SELECT used, reserved FROM llm_months WHERE month = $1";
    auto read = [](const Row& row) { return LlmMonth{row.integer(0), row.integer(1)}; };
    auto found = firstOf(tx.queryOptional(kSql, {month}), read, "llmUsage.month");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(LlmMonth{});
}

Result<std::vector<LlmUsageRow>> LlmUsageRepository::usage(ReadTransaction& tx,
                                                           const std::string& month) const
{
    static constexpr std::string_view kSql =
        "SELECT month, provider, model, requests, input_tokens, output_tokens, cost_micros FROM llm_usage "
        "WHERE month = $1 ORDER BY provider, model LIMIT 200";
    auto read = [](const Row& row) {
        return LlmUsageRow{row.text(0),
                           row.text(1),
                           row.text(2),
                           row.integer(3),
                           row.integer(4),
                           row.integer(5),
                           row.integer(6)};
    };
    return allOf(tx.query(kSql, {month}), read, "llmUsage.usage");
}

} // namespace parley::server::store
