// SPDX-License-Identifier: MIT
#include "server/store/tool_call_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

ToolCallRow fromRow(const Row& row)
{
    ToolCallRow call;
    call.effectKey = row.text(0);
    call.run.value = row.text(1);
    call.conversation.value = row.text(2);
    call.tool = row.text(3);
    call.status = row.text(4);
    call.output = row.text(5);
    call.problem = row.text(6);
    call.createdMs = row.integer(7);
    call.finishedMs = row.optionalInteger(8);
    return call;
}

} // namespace

Result<bool> ToolCallRepository::begin(Transaction& tx, const ToolCallRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tool_calls (effect_key, run_id, conversation_id, tool, status, created_ms) "
        "VALUES ($1, $2, $3, $4, 'pending', $5) ON CONFLICT DO NOTHING";
    const Params params{row.effectKey, row.run.value, row.conversation.value, row.tool, row.createdMs};
    return wonOf(tx.execute(kSql, params), "toolCalls.begin");
}

Result<bool> ToolCallRepository::beginAgain(Transaction& tx,
                                            const std::string& effectKey,
                                            std::string_view from,
                                            std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tool_calls SET status = 'pending', problem = NULL, finished_ms = NULL, created_ms = $1 "
        "WHERE effect_key = $2 AND status = $3";
    return wonOf(tx.execute(kSql, {nowMs, effectKey, std::string(from)}), "toolCalls.beginAgain");
}

Result<bool> ToolCallRepository::end(Transaction& tx, const ToolCallRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE tool_calls SET status = $1, output = $2, problem = $3, finished_ms = $4 "
        "WHERE effect_key = $5 AND status IN ('pending', 'unknown')";
    const Params params{
        row.status, textOrNull(row.output), textOrNull(row.problem), orNull(row.finishedMs), row.effectKey};
    return wonOf(tx.execute(kSql, params), "toolCalls.end");
}

Result<std::optional<ToolCallRow>> ToolCallRepository::find(ReadTransaction& tx,
                                                            const std::string& effectKey) const
{
    static constexpr std::string_view kSql =
        "SELECT effect_key, run_id, conversation_id, tool, status, output, problem, created_ms, finished_ms "
        "FROM tool_calls WHERE effect_key = $1";
    return firstOf(tx.queryOptional(kSql, {effectKey}), fromRow, "toolCalls.find");
}

Result<std::vector<ToolCallRow>> ToolCallRepository::page(ReadTransaction& tx,
                                                          const ToolCallFilter& filter) const
{
    static constexpr std::string_view kSql =
        "SELECT effect_key, run_id, conversation_id, tool, status, output, problem, created_ms, finished_ms "
        "FROM tool_calls WHERE ($1 = '' OR (CASE WHEN status = 'pending' AND created_ms < $2 THEN 'unknown' "
        "ELSE status END) = $1) AND ($3 = '' OR effect_key < $3) ORDER BY effect_key DESC LIMIT $4";
    const Params params{filter.status, filter.cutBeforeMs, filter.before, std::int64_t{filter.limit}};
    return allOf(tx.query(kSql, params), fromRow, "toolCalls.page");
}

} // namespace parley::server::store
