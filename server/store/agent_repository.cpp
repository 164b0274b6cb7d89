// SPDX-License-Identifier: MIT
#include "server/store/agent_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

AgentRow fromRow(const Row& row)
{
    AgentRow agent;
    agent.id.value = row.text(0);
    agent.name = row.text(1);
    agent.kind = row.text(2);
    agent.description = row.text(3);
    agent.enabled = row.boolean(4);
    agent.priority = row.integer(5);
    agent.model = row.text(6);
    agent.systemPrompt = row.text(7);
    agent.tools = row.text(8);
    agent.examples = row.text(9);
    agent.intents = row.text(10);
    if (!row.isNull(11)) {
        agent.confidenceThreshold = row.real(11);
    }
    agent.version = row.integer(12);
    agent.createdMs = row.integer(13);
    agent.updatedMs = row.integer(14);
    return agent;
}

} // namespace

Result<void> AgentRepository::create(Transaction& tx, const AgentRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO agents (id, name, kind, description, enabled, priority, model, system_prompt, tools, "
        "examples, intents, confidence_threshold, version, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    const Params params{row.id.value,
                        row.name,
                        row.kind,
                        row.description,
                        std::int64_t{row.enabled ? 1 : 0},
                        row.priority,
                        textOrNull(row.model),
                        row.systemPrompt,
                        row.tools,
                        row.examples,
                        row.intents,
                        orNull(row.confidenceThreshold),
                        row.version,
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "agents.create");
}

Result<bool> AgentRepository::update(Transaction& tx, const AgentRow& row, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE agents SET name = $1, kind = $2, description = $3, enabled = $4, priority = $5, model = $6, "
        "system_prompt = $7, tools = $8, examples = $9, intents = $10, confidence_threshold = $11, "
        "version = version + 1, updated_ms = $12 WHERE id = $13 AND version = $14";
    const Params params{row.name,
                        row.kind,
                        row.description,
                        std::int64_t{row.enabled ? 1 : 0},
                        row.priority,
                        textOrNull(row.model),
                        row.systemPrompt,
                        row.tools,
                        row.examples,
                        row.intents,
                        orNull(row.confidenceThreshold),
                        nowMs,
                        row.id.value,
                        row.version};
    return wonOf(tx.execute(kSql, params), "agents.update");
}

Result<bool> AgentRepository::remove(Transaction& tx, const AgentId& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM agents WHERE id = $1";
    return wonOf(tx.execute(kSql, {id.value}), "agents.remove");
}

Result<std::optional<AgentRow>> AgentRepository::find(ReadTransaction& tx, const AgentId& id) const
{
    static constexpr std::string_view kSql =
        "SELECT id, name, kind, description, enabled, priority, model, system_prompt, tools, examples, "
        "intents, confidence_threshold, version, created_ms, updated_ms FROM agents WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), fromRow, "agents.find");
}

Result<std::vector<AgentRow>>
AgentRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, name, kind, description, enabled, priority, model, system_prompt, tools, examples, "
        "intents, confidence_threshold, version, created_ms, updated_ms FROM agents WHERE id > $1 "
        "ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, std::int64_t{limit}}), fromRow, "agents.list");
}

Result<std::int64_t> AgentRepository::count(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT count(*) FROM agents";
    auto read = [](const Row& row) { return row.integer(0); };
    auto found = firstOf(tx.queryOptional(kSql), read, "agents.count");
    return found ? Result<std::int64_t>(found->value_or(0)) : Result<std::int64_t>(fail(found.error()));
}

} // namespace parley::server::store
