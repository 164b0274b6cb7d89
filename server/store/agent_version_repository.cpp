// SPDX-License-Identifier: MIT
#include "server/store/agent_version_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

AgentVersionRow fromRow(const Row& row)
{
    AgentVersionRow version;
    version.agent.value = row.text(0);
    version.version = row.integer(1);
    version.snapshot = row.text(2);
    version.change = row.text(3);
    version.restored = row.optionalInteger(4);
    version.actorRole = row.text(5);
    version.actorId = row.text(6);
    version.createdMs = row.integer(7);
    return version;
}

} // namespace

Result<void> AgentVersionRepository::add(Transaction& tx, const AgentVersionRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO agent_versions (agent_id, version, snapshot, change, restored, actor_role, actor_id, "
        "created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (agent_id, version) DO NOTHING";
    const Params params{row.agent.value,
                        row.version,
                        row.snapshot,
                        row.change,
                        orNull(row.restored),
                        row.actorRole,
                        textOrNull(row.actorId),
                        row.createdMs};
    return doneOf(tx.execute(kSql, params), "agentVersions.add");
}

Result<std::optional<AgentVersionRow>>
AgentVersionRepository::find(ReadTransaction& tx, const AgentId& agent, std::int64_t version) const
{
    static constexpr std::string_view kSql =
        "SELECT agent_id, version, snapshot, change, restored, actor_role, actor_id, created_ms "
        "FROM agent_versions WHERE agent_id = $1 AND version = $2";
    return firstOf(tx.queryOptional(kSql, {agent.value, version}), fromRow, "agentVersions.find");
}

Result<std::vector<AgentVersionRow>>
AgentVersionRepository::list(ReadTransaction& tx, const AgentId& agent, std::int64_t before, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT agent_id, version, snapshot, change, restored, actor_role, actor_id, created_ms "
        "FROM agent_versions WHERE agent_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3";
    return allOf(tx.query(kSql, {agent.value, before, std::int64_t{limit}}), fromRow, "agentVersions.list");
}

Result<void>
AgentVersionRepository::removeUpTo(Transaction& tx, const AgentId& agent, std::int64_t version) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM agent_versions WHERE agent_id = $1 AND version <= $2";
    return doneOf(tx.execute(kSql, {agent.value, version}), "agentVersions.removeUpTo");
}

} // namespace parley::server::store
