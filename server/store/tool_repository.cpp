// SPDX-License-Identifier: MIT
#include "server/store/tool_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

ToolRow fromRow(const Row& row)
{
    ToolRow tool;
    tool.id.value = row.text(0);
    tool.name = row.text(1);
    tool.kind = row.text(2);
    tool.description = row.text(3);
    tool.enabled = row.boolean(4);
    tool.priority = row.integer(5);
    tool.isWrite = row.boolean(6);
    tool.isPersonal = row.boolean(7);
    tool.inputSchema = row.text(8);
    tool.config = row.text(9);
    tool.secrets = row.text(10);
    tool.version = row.integer(11);
    tool.createdMs = row.integer(12);
    tool.updatedMs = row.integer(13);
    return tool;
}

Value flag(bool value)
{
    return std::int64_t{value ? 1 : 0};
}

} // namespace

Result<void> ToolRepository::create(Transaction& tx, const ToolRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO tools (id, name, kind, description, enabled, priority, is_write, is_personal, "
        "input_schema, config, secrets, version, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    const Params params{row.id.value,
                        row.name,
                        row.kind,
                        row.description,
                        flag(row.enabled),
                        row.priority,
                        flag(row.isWrite),
                        flag(row.isPersonal),
                        row.inputSchema,
                        row.config,
                        textOrNull(row.secrets),
                        row.version,
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "tools.create");
}

Result<bool> ToolRepository::update(Transaction& tx, const ToolRow& row, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE tools SET name = $1, kind = $2, description = $3, enabled = $4, priority = $5, "
        "is_write = $6, is_personal = $7, input_schema = $8, config = $9, secrets = $10, "
        "version = version + 1, updated_ms = $11 WHERE id = $12 AND version = $13";
    const Params params{row.name,
                        row.kind,
                        row.description,
                        flag(row.enabled),
                        row.priority,
                        flag(row.isWrite),
                        flag(row.isPersonal),
                        row.inputSchema,
                        row.config,
                        textOrNull(row.secrets),
                        nowMs,
                        row.id.value,
                        row.version};
    return wonOf(tx.execute(kSql, params), "tools.update");
}

Result<bool> ToolRepository::remove(Transaction& tx, const ToolId& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM tools WHERE id = $1";
    return wonOf(tx.execute(kSql, {id.value}), "tools.remove");
}

Result<std::optional<ToolRow>> ToolRepository::find(ReadTransaction& tx, const ToolId& id) const
{
    static constexpr std::string_view kSql =
        "SELECT id, name, kind, description, enabled, priority, is_write, is_personal, input_schema, "
        "config, secrets, version, created_ms, updated_ms FROM tools WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "tools.find");
}

Result<std::vector<ToolRow>>
ToolRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, name, kind, description, enabled, priority, is_write, is_personal, input_schema, "
        "config, secrets, version, created_ms, updated_ms FROM tools WHERE id > $1 ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, std::int64_t{limit}}), fromRow, "tools.list");
}

Result<std::int64_t> ToolRepository::count(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT count(*) FROM tools";
    auto read = [](const Row& row) { return row.integer(0); };
    auto found = firstOf(tx.queryOptional(kSql), read, "tools.count");
    return found ? Result<std::int64_t>(found->value_or(0)) : Result<std::int64_t>(fail(found.error()));
}

} // namespace parley::server::store
