// SPDX-License-Identifier: MIT
#include "server/store/overdue_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

HeldConversation heldFrom(const Row& row)
{
    return {ConversationId{row.text(0)}, row.text(1), row.text(2)};
}

} // namespace

Result<std::vector<ConversationId>>
OverdueRepository::owedSince(ReadTransaction& tx, std::int64_t sinceMs, int limit) const
{
    // Two branches, each with an index of its own: a run may be left under way behind an answer to an
    // earlier message. `status || ''` is the status, said so that SQLite does not walk all that are open.
    static constexpr std::string_view kSql =
        "SELECT id, MIN(since_ms) AS first_ms FROM ("
        "SELECT id, owed_since_ms AS since_ms FROM conversations "
        "WHERE owed_since_ms IS NOT NULL AND owed_since_ms <= $1 AND status || '' = 'open' UNION ALL "
        "SELECT c.id, r.created_ms AS since_ms FROM runs r JOIN conversations c ON c.id = r.conversation_id "
        "WHERE r.status = 'running' AND r.lease_until_ms > 0 AND r.created_ms <= $1 AND c.status || '' = "
        "'open') "
        "owed "
        "GROUP BY id ORDER BY first_ms, id LIMIT $2";
    auto read = [](const Row& row) { return ConversationId{row.text(0)}; };
    return allOf(tx.query(kSql, {sinceMs, static_cast<std::int64_t>(limit)}), read, "overdue.owedSince");
}

Result<bool>
OverdueRepository::isStillOwed(Transaction& tx, const ConversationId& id, std::int64_t sinceMs) const
{
    static constexpr std::string_view kLock =
        "UPDATE conversations SET owed_since_ms = owed_since_ms WHERE id = $1 AND status = 'open'";
    static constexpr std::string_view kOwed =
        "SELECT 1 FROM conversations c WHERE c.id = $1 AND c.status = 'open' AND (c.owed_since_ms <= $2 OR "
        "EXISTS (SELECT 1 FROM runs r WHERE r.conversation_id = $1 AND r.status = 'running' AND "
        "r.created_ms <= $2))";
    auto locked = wonOf(tx.execute(kLock, {id.value}), "overdue.lock");
    if (!locked || !*locked) {
        return locked;
    }
    auto row = tx.queryOptional(kOwed, {id.value, sinceMs});
    if (!row) {
        return fail(std::move(row).error().in("overdue.isStillOwed"));
    }
    return row->has_value();
}

Result<std::optional<MessageId>> OverdueRepository::owedIn(Transaction& tx, const ConversationId& id) const
{
    static constexpr std::string_view kLock =
        "UPDATE conversations SET owed_since_ms = owed_since_ms WHERE id = $1";
    // That somebody will answer is a promise and no answer.
    static constexpr std::string_view kLast =
        "SELECT id, sender FROM messages WHERE conversation_id = $1 AND kind NOT IN ('note', 'event', "
        "'bridge') AND sender IN ('user', 'agent', 'supporter') ORDER BY seq DESC LIMIT 1";
    auto locked = wonOf(tx.execute(kLock, {id.value}), "overdue.lock");
    if (!locked || !*locked) {
        return locked ? Result<std::optional<MessageId>>(std::optional<MessageId>())
                      : Result<std::optional<MessageId>>(fail(std::move(locked).error()));
    }
    auto last = tx.queryOptional(kLast, {id.value});
    if (!last) {
        return fail(std::move(last).error().in("overdue.owedIn"));
    }
    const bool isOwed = *last && (*last)->text(1) == "user";
    return isOwed ? std::optional(MessageId{(*last)->text(0)}) : std::optional<MessageId>();
}

Result<bool>
OverdueRepository::isUnderWay(ReadTransaction& tx, const ConversationId& id, const MessageId& message) const
{
    static constexpr std::string_view kRun =
        "SELECT 1 FROM runs WHERE conversation_id = $1 AND message_id = $2 AND status = 'running' LIMIT 1";
    auto run = tx.queryOptional(kRun, {id.value, message.value});
    if (!run) {
        return fail(std::move(run).error().in("overdue.isUnderWay"));
    }
    return run->has_value();
}

Result<void> OverdueRepository::owe(Transaction& tx, const ConversationId& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql = "UPDATE conversations SET owed_since_ms = $2 WHERE id = $1";
    return doneOf(tx.execute(kSql, {id.value, nowMs}), "overdue.owe");
}

Result<void>
OverdueRepository::cancelDeadRuns(Transaction& tx, const ConversationId& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE runs SET status = 'cancelled', node = 'watchdog', finished_ms = $2, lease_owner = NULL, "
        "lease_until_ms = NULL WHERE conversation_id = $1 AND status = 'running' AND lease_until_ms < $2";
    return doneOf(tx.execute(kSql, {id.value, nowMs}), "overdue.cancelDeadRuns");
}

Result<std::vector<HeldConversation>>
OverdueRepository::silentSince(ReadTransaction& tx, const SilenceLimits& limits, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, assignee_id, assignee_name FROM conversations WHERE held_since_ms IS NOT NULL AND "
        "held_since_ms <= $1 AND status || '' = 'with_agent' AND (held_spoken = 0 OR held_since_ms <= $2 OR "
        "NOT EXISTS (SELECT 1 FROM desk_presence p WHERE p.user_id = conversations.assignee_id AND "
        "p.seen_ms >= $3)) ORDER BY held_since_ms LIMIT $4";
    return allOf(tx.query(kSql,
                          {limits.sinceMs,
                           limits.presentSinceMs,
                           limits.seenSinceMs,
                           static_cast<std::int64_t>(limit)}),
                 heldFrom,
                 "overdue.silentSince");
}

Result<bool> OverdueRepository::claimSilent(Transaction& tx,
                                            const HeldConversation& held,
                                            const SilenceLimits& limits) const
{
    static constexpr std::string_view kSql =
        "UPDATE conversations SET held_since_ms = NULL WHERE id = $1 AND status = 'with_agent' AND "
        "assignee_id = $2 AND held_since_ms <= $3 AND (held_spoken = 0 OR held_since_ms <= $4 OR "
        "NOT EXISTS (SELECT 1 FROM desk_presence p WHERE p.user_id = conversations.assignee_id AND "
        "p.seen_ms >= $5))";
    auto claimed =
        tx.execute(kSql,
                   {held.id.value, held.holderId, limits.sinceMs, limits.presentSinceMs, limits.seenSinceMs});
    return wonOf(std::move(claimed), "overdue.claimSilent");
}

Result<std::vector<HeldConversation>>
OverdueRepository::heldBy(ReadTransaction& tx, const std::string& user, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, assignee_id, assignee_name FROM conversations WHERE assignee_id = $1 AND "
        "status = 'with_agent' ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {user, static_cast<std::int64_t>(limit)}), heldFrom, "overdue.heldBy");
}

Result<std::vector<std::string>> OverdueRepository::holders(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT DISTINCT assignee_id FROM conversations WHERE assignee_id IS NOT NULL";
    auto read = [](const Row& row) { return row.text(0); };
    return allOf(tx.query(kSql), read, "overdue.holders");
}

} // namespace parley::server::store
