// SPDX-License-Identifier: MIT
#include "server/store/erasure_repository.h"

#include "server/store/rows.h"
#include "server/store/tenant_state_repository.h"

#include <algorithm>

namespace parley::server::store {

namespace {

constexpr std::string_view kLockCustomer =
    "UPDATE customers SET last_ms = last_ms WHERE id = $1 RETURNING id";

/// Kept answers go: whoever holds some in memory looks again. It is also the row that everybody locks who
/// changes them, so it comes before the first of them.
constexpr ErasureEntry kKeptAnswers{
    "cache_state",
    ErasureWay::Blank,
    "EXISTS (SELECT 1 FROM cache_entries e WHERE e.conversation_id IN ({conversations}))",
    "version = version + 1",
    false,
    "a new version"};

std::string firstColumn(const Row& row)
{
    return row.text(0);
}

/// Nobody who holds numbers of the queue's log can tell what has gone from it: a number without an event
/// makes every reader load the queue anew.
Result<void> skipQueueNumber(Transaction& tx)
{
    return doneOf(tx.execute("UPDATE tenant_state SET queue_seq = queue_seq + 1 WHERE id = 'state'"),
                  "erasure.skipQueueNumber");
}

} // namespace

Result<void>
ErasureRepository::forgetLessons(Transaction& tx, std::string_view sql, const Params& params) const
{
    auto learnt = tx.queryOptional(sql, params);
    if (!learnt) {
        return fail(std::move(learnt).error().in("erasure.forgetLessons"));
    }
    // What was trained with it is trained anew without it, on every node.
    return *learnt ? TenantStateRepository().raiseConfigVersion(tx) : Result<void>();
}

Result<void> ErasureRepository::eraseIn(Transaction& tx, const ErasureIds& ids, ErasedRows& erased) const
{
    const ErasureStatement keptAnswers = erasureStatement(kKeptAnswers, ids);
    if (auto raised = tx.execute(keptAnswers.sql, keptAnswers.params); !raised) {
        return fail(std::move(raised).error().in("erasure.keptAnswers"));
    }
    for (const ErasureEntry& entry : erasureMap()) {
        const bool hasRows = entry.way == ErasureWay::Delete || entry.way == ErasureWay::Blank;
        if (!hasRows || (entry.isCustomersOwn && ids.customers.empty())) {
            continue;
        }
        const ErasureStatement statement = erasureStatement(entry, ids);
        auto changed = tx.execute(statement.sql, statement.params);
        if (!changed) {
            return fail(std::move(changed).error().in("erasure." + std::string(entry.table)));
        }
        if (*changed > 0 && !statement.params.empty()) {
            erased.removed[std::string(entry.table)] += *changed;
        }
    }
    return skipQueueNumber(tx);
}

Result<std::optional<ErasedRows>> ErasureRepository::eraseCustomer(Transaction& tx,
                                                                   const CustomerId& customer) const
{
    static constexpr std::string_view kLearnt =
        "SELECT e.id FROM intent_examples e JOIN conversations c ON c.id = e.conversation_id "
        "WHERE c.customer_id = $1 LIMIT 1";
    // The locks of the rows order whoever writes for them: before this erasure, or to find nothing after it.
    static constexpr std::string_view kLockConversations =
        "UPDATE conversations SET version = version + 1 WHERE customer_id = $1 RETURNING id";
    if (auto learnt = forgetLessons(tx, kLearnt, {customer.value}); !learnt) {
        return fail(std::move(learnt).error());
    }
    auto known = tx.queryOptional(kLockCustomer, {customer.value});
    if (!known) {
        return fail(std::move(known).error().in("erasure.eraseCustomer"));
    }
    if (!*known) {
        return std::optional<ErasedRows>();
    }
    auto ids = allOf(
        tx.query(kLockConversations, {customer.value}),
        [](const Row& row) { return ConversationId{row.text(0)}; },
        "erasure.eraseCustomer");
    if (!ids) {
        return fail(std::move(ids).error());
    }
    ErasedRows erased;
    erased.conversations = *std::move(ids);
    auto before = aliases(tx, customer);
    if (!before) {
        return fail(std::move(before).error());
    }
    erased.aliases = *std::move(before);
    if (auto done = eraseIn(tx, {{customer.value}, {}}, erased); !done) {
        return fail(std::move(done).error());
    }
    return std::optional<ErasedRows>(std::move(erased));
}

/// Those of the customers, which this transaction holds, who are nobody without these conversations.
Result<std::vector<std::string>> ErasureRepository::visitors(Transaction& tx,
                                                             const std::set<std::string>& customers,
                                                             const ErasureIds& ids) const
{
    static constexpr std::string_view kUnproven = "SELECT id FROM customers WHERE id = $1 AND verified = 0";
    static constexpr std::string_view kOwn = "SELECT id FROM conversations WHERE customer_id = $1";
    std::vector<std::string> found;
    for (const std::string& customer : customers) {
        auto unproven = tx.queryOptional(kUnproven, {customer});
        auto own = allOf(tx.query(kOwn, {customer}), firstColumn, "erasure.visitors");
        if (!unproven || !own) {
            return fail((!own ? std::move(own).error() : std::move(unproven).error()).in("erasure.visitors"));
        }
        const bool hasOthers = std::ranges::any_of(*own, [&](const std::string& id) {
            return std::ranges::find(ids.conversations, id) == ids.conversations.end();
        });
        if (*unproven && !hasOthers) {
            found.push_back(customer);
        }
    }
    return found;
}

Result<ErasedRows>
ErasureRepository::eraseConversations(Transaction& tx,
                                      const std::vector<LapsedConversation>& conversations) const
{
    static constexpr std::string_view kLearnt =
        "SELECT id FROM intent_examples WHERE conversation_id = $1 LIMIT 1";
    static constexpr std::string_view kLock = "UPDATE conversations SET version = version + 1 WHERE id = $1 "
                                              "AND ((status = 'closed' AND closed_ms < $2) "
                                              "OR (status = 'open' AND last_ms < $2)) RETURNING id";
    ErasedRows erased;
    std::set<std::string> customers;
    for (const LapsedConversation& each : conversations) {
        if (auto learnt = forgetLessons(tx, kLearnt, {each.id.value}); !learnt) {
            return fail(std::move(learnt).error());
        }
        customers.insert(each.customer.value);
    }
    // Customers before conversations and in the order of their ids, as mergers and erasures lock them.
    for (const std::string& customer : customers) {
        if (auto locked = tx.queryOptional(kLockCustomer, {customer}); !locked) {
            return fail(std::move(locked).error().in("erasure.eraseConversations"));
        }
    }
    for (const LapsedConversation& each : conversations) {
        auto known = tx.queryOptional(kLock, {each.id.value, each.beforeMs});
        if (!known) {
            return fail(std::move(known).error().in("erasure.eraseConversations"));
        }
        if (*known) { // else it has gone, or goes on
            erased.conversations.push_back(each.id);
        }
    }
    if (erased.conversations.empty()) {
        return erased;
    }
    ErasureIds ids;
    for (const ConversationId& id : erased.conversations) {
        ids.conversations.push_back(id.value);
    }
    auto alone = visitors(tx, customers, ids);
    if (!alone) {
        return fail(std::move(alone).error());
    }
    ids.customers = *std::move(alone);
    if (auto done = eraseIn(tx, ids, erased); !done) {
        return fail(std::move(done).error());
    }
    return erased;
}

Result<std::vector<LapsedConversation>>
ErasureRepository::endedBefore(ReadTransaction& tx, std::int64_t beforeMs, int limit) const
{
    // Two statements: each has an index to walk.
    static constexpr std::string_view kClosed =
        "SELECT id, customer_id FROM conversations WHERE closed_ms < $1 AND status = 'closed' "
        "ORDER BY closed_ms LIMIT $2";
    static constexpr std::string_view kLeft =
        "SELECT id, customer_id FROM conversations WHERE status = 'open' AND last_ms < $1 AND NOT EXISTS "
        "(SELECT 1 FROM tickets t WHERE t.conversation_id = conversations.id AND t.status IN ('open', "
        "'pending_human', 'assigned')) ORDER BY last_ms LIMIT $2";
    auto read = [&](const Row& row) {
        return LapsedConversation{ConversationId{row.text(0)}, CustomerId{row.text(1)}, beforeMs};
    };
    auto closed = allOf(tx.query(kClosed, {beforeMs, std::int64_t{limit}}), read, "erasure.endedBefore");
    if (!closed || closed->size() == static_cast<std::size_t>(limit)) {
        return closed;
    }
    const auto rest = static_cast<std::int64_t>(limit) - static_cast<std::int64_t>(closed->size());
    auto left = allOf(tx.query(kLeft, {beforeMs, rest}), read, "erasure.endedBefore");
    if (!left) {
        return left;
    }
    closed->insert(closed->end(), left->begin(), left->end());
    return closed;
}

Result<std::vector<std::string>> ErasureRepository::aliases(ReadTransaction& tx,
                                                            const CustomerId& customer) const
{
    static constexpr std::string_view kSql =
        "SELECT alias FROM customer_aliases WHERE customer_id = $1 ORDER BY alias";
    return allOf(tx.query(kSql, {customer.value}), firstColumn, "erasure.aliases");
}

Result<std::vector<std::pair<CustomerId, std::vector<std::string>>>>
ErasureRepository::customers(ReadTransaction& tx, const std::string& after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT c.id, a.alias FROM (SELECT id FROM customers WHERE id > $1 ORDER BY id LIMIT $2) c "
        "LEFT JOIN customer_aliases a ON a.customer_id = c.id ORDER BY c.id";
    auto rows = tx.query(kSql, {after, std::int64_t{limit}});
    if (!rows) {
        return fail(std::move(rows).error().in("erasure.customers"));
    }
    std::vector<std::pair<CustomerId, std::vector<std::string>>> found;
    for (const Row& row : *rows) {
        if (found.empty() || found.back().first.value != row.text(0)) {
            found.emplace_back(CustomerId{row.text(0)}, std::vector<std::string>());
        }
        if (!row.isNull(1)) {
            found.back().second.push_back(row.text(1));
        }
    }
    return found;
}

Result<std::optional<ErasureReceiptRow>> ErasureRepository::receipt(ReadTransaction& tx,
                                                                    const std::string& hash) const
{
    static constexpr std::string_view kSql =
        "SELECT hash, erased_ms, removed FROM erasure_receipts WHERE hash = $1";
    auto read = [](const Row& row) { return ErasureReceiptRow{row.text(0), row.integer(1), row.text(2)}; };
    return firstOf(tx.queryOptional(kSql, {hash}), read, "erasure.receipt");
}

Result<void> ErasureRepository::putReceipt(Transaction& tx, const ErasureReceiptRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO erasure_receipts (hash, erased_ms, removed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    return doneOf(tx.execute(kSql, {row.hash, row.erasedMs, row.removed}), "erasure.putReceipt");
}

Result<std::vector<std::string>> ErasureRepository::unpurged(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT hash FROM erasure_receipts WHERE purged = 0";
    return allOf(tx.query(kSql), firstColumn, "erasure.unpurged");
}

Result<void> ErasureRepository::markPurged(Transaction& tx, const std::vector<std::string>& hashes) const
{
    static constexpr std::string_view kSql = "UPDATE erasure_receipts SET purged = 1 WHERE hash = $1";
    for (const std::string& hash : hashes) {
        if (auto marked = tx.execute(kSql, {hash}); !marked) {
            return fail(std::move(marked).error().in("erasure.markPurged"));
        }
    }
    return {};
}

} // namespace parley::server::store
