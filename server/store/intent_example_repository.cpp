// SPDX-License-Identifier: MIT
#include "server/store/intent_example_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> IntentExampleRepository::put(Transaction& tx, const IntentExampleRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO intent_examples (id, text, label, conversation_id, created_ms) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET text = $2, label = $3, created_ms = $5";
    return doneOf(
        tx.execute(kSql, {row.id, row.text, row.label, textOrNull(row.conversation.value), row.createdMs}),
        "intentExamples.put");
}

Result<bool> IntentExampleRepository::contains(ReadTransaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "SELECT 1 FROM intent_examples WHERE id = $1";
    auto row = tx.queryOptional(kSql, {id});
    if (!row) {
        return fail(std::move(row).error().in("intentExamples.contains"));
    }
    return row->has_value();
}

Result<bool> IntentExampleRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM intent_examples WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "intentExamples.remove");
}

Result<std::int64_t> IntentExampleRepository::count(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT COUNT(*) FROM intent_examples";
    auto row = tx.queryOptional(kSql);
    if (!row) {
        return fail(std::move(row).error().in("intentExamples.count"));
    }
    return *row ? (*row)->integer(0) : std::int64_t{0};
}

Result<std::vector<IntentExampleRow>> IntentExampleRepository::newest(ReadTransaction& tx, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, text, label, conversation_id, created_ms FROM intent_examples ORDER BY id DESC LIMIT $1";
    auto read = [](const Row& row) {
        IntentExampleRow example;
        example.id = row.text(0);
        example.text = row.text(1);
        example.label = row.text(2);
        example.conversation.value = row.text(3);
        example.createdMs = row.integer(4);
        return example;
    };
    return allOf(tx.query(kSql, {std::int64_t{limit}}), read, "intentExamples.newest");
}

} // namespace parley::server::store
