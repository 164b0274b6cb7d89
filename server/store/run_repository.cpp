// SPDX-License-Identifier: MIT
#include "server/store/run_repository.h"

#include "server/store/rows.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace parley::server::store {

namespace {

/// The smallest UUIDv7 of a time. @source RFC 9562, 5.7
std::string firstIdAt(std::int64_t ms)
{
    std::array<char, 64> text{};
    const auto time = static_cast<unsigned long long>(std::max<std::int64_t>(ms, 0));
    std::snprintf(
        text.data(), text.size(), "%08llx-%04llx-0000-0000-000000000000", time >> 16U, time & 0xffffU);
    return text.data();
}

constexpr std::string_view kColumns = "id, conversation_id, message_id, status, node, state, trace, "
                                      "reply_id, ticket_id, attempts, lease_owner, "
                                      "lease_until_ms, created_ms, finished_ms, duration_us, verified";

RunRow fromRow(const Row& row)
{
    RunRow run;
    run.id.value = row.text(0);
    run.conversation.value = row.text(1);
    run.message.value = row.text(2);
    run.status = row.text(3);
    run.node = row.text(4);
    run.state = row.text(5);
    run.trace = row.text(6);
    run.reply.value = row.text(7);
    run.ticket.value = row.text(8);
    run.attempts = row.integer(9);
    run.leaseOwner = row.text(10);
    run.leaseUntilMs = row.optionalInteger(11);
    run.createdMs = row.integer(12);
    run.finishedMs = row.optionalInteger(13);
    run.durationUs = row.optionalInteger(14);
    run.isVerified = row.boolean(15);
    return run;
}

} // namespace

Result<void> RunRepository::create(Transaction& tx, const RunRow& run) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO runs (id, conversation_id, message_id, status, "
        "node, attempts, lease_owner, lease_until_ms, "
        "created_ms, verified) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9)";
    auto done = tx.execute(kSql,
                           {run.id.value,
                            run.conversation.value,
                            run.message.value,
                            run.status,
                            run.node,
                            textOrNull(run.leaseOwner),
                            orNull(run.leaseUntilMs),
                            run.createdMs,
                            std::int64_t{run.isVerified ? 1 : 0}});
    return doneOf(std::move(done), "runs.create");
}

Result<void> RunRepository::createEnded(Transaction& tx, const RunRow& run, const RunEnd& end) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO runs (id, conversation_id, message_id, status, node, state, trace, reply_id, ticket_id, "
        "attempts, created_ms, finished_ms, duration_us, verified) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12, $13)";
    auto done = tx.execute(kSql,
                           {run.id.value,
                            run.conversation.value,
                            run.message.value,
                            end.status,
                            end.node,
                            textOrNull(end.state),
                            textOrNull(end.trace),
                            textOrNull(end.reply.value),
                            textOrNull(end.ticket.value),
                            run.createdMs,
                            end.nowMs,
                            end.durationUs,
                            std::int64_t{run.isVerified ? 1 : 0}});
    return doneOf(std::move(done), "runs.createEnded");
}

Result<std::optional<RunRow>> RunRepository::find(ReadTransaction& tx, const RunId& id) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) + " FROM runs WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "runs.find");
}

Result<std::optional<RunRow>> RunRepository::findByMessage(ReadTransaction& tx,
                                                           const MessageId& message) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) +
        " FROM runs WHERE conversation_id = (SELECT conversation_id FROM messages WHERE id = $1) "
        "AND message_id = $1 "
        "ORDER BY CASE WHEN status = 'running' OR reply_id IS NOT NULL THEN 0 ELSE 1 END, id DESC LIMIT 1";
    return firstOf(tx.queryOptional(kSql, {message.value}), fromRow, "runs.findByMessage");
}

Result<std::vector<RunRow>>
RunRepository::ofConversation(ReadTransaction& tx, const ConversationId& id, int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM runs WHERE conversation_id = $1 ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {id.value, static_cast<std::int64_t>(limit)}),
                 fromRow,
                 "runs.ofConversation");
}

Result<std::vector<PastRun>> RunRepository::since(ReadTransaction& tx, std::int64_t sinceMs, int limit) const
{
    // Ids begin with their time, so the key alone finds where to begin.
    static constexpr std::string_view kSql =
        "SELECT id, message_id, state, ticket_id, created_ms FROM runs WHERE id >= $1 AND created_ms >= $2 "
        "AND status IN ('completed', 'paused') ORDER BY id DESC LIMIT $3";
    auto read = [](const Row& row) {
        PastRun run;
        run.id.value = row.text(0);
        run.message.value = row.text(1);
        run.state = row.text(2);
        run.isHandedOver = !row.text(3).empty();
        run.createdMs = row.integer(4);
        return run;
    };
    return allOf(tx.query(kSql, {firstIdAt(sinceMs), sinceMs, static_cast<std::int64_t>(limit)}),
                 read,
                 "runs.since");
}

Result<bool> RunRepository::end(Transaction& tx, std::string_view from, const RunEnd& end) const
{
    static constexpr std::string_view kSql =
        "UPDATE runs SET status = $3, node = $4, trace = $5, state = $6, reply_id = COALESCE($7, reply_id), "
        "ticket_id = COALESCE($8, ticket_id), finished_ms = $9, duration_us = $10, lease_owner = NULL, "
        "lease_until_ms = NULL WHERE id = $1 AND status = $2";
    auto changed = tx.execute(kSql,
                              {end.id.value,
                               std::string(from),
                               end.status,
                               end.node,
                               textOrNull(end.trace),
                               textOrNull(end.state),
                               textOrNull(end.reply.value),
                               textOrNull(end.ticket.value),
                               end.status == "paused" ? Value() : Value(end.nowMs),
                               end.durationUs});
    return wonOf(std::move(changed), "runs.end");
}

Result<std::vector<RunRow>> RunRepository::claimAbandoned(Transaction& tx,
                                                          const std::string& owner,
                                                          std::int64_t nowMs,
                                                          bool othersAreVoid,
                                                          std::int64_t leaseUntilMs,
                                                          int limit) const
{
    static const std::string kSql =
        "UPDATE runs SET lease_owner = $1, lease_until_ms = $3, attempts = attempts + 1 WHERE status = "
        "'running' AND "
        "(lease_until_ms < $2 OR ($4 = 1 AND lease_owner <> $1)) AND id IN (SELECT id FROM runs WHERE status "
        "= 'running' "
        "AND (lease_until_ms < $2 OR ($4 = 1 AND lease_owner <> $1)) ORDER BY id LIMIT $5) RETURNING " +
        std::string(kColumns);
    auto runs = allOf(tx.query(kSql,
                               {owner,
                                nowMs,
                                leaseUntilMs,
                                std::int64_t{othersAreVoid ? 1 : 0},
                                static_cast<std::int64_t>(limit)}),
                      fromRow,
                      "runs.claimAbandoned");
    if (runs) {
        std::sort(runs->begin(), runs->end(), [](const RunRow& a, const RunRow& b) { return a.id < b.id; });
    }
    return runs;
}

} // namespace parley::server::store
