// SPDX-License-Identifier: MIT
#include "server/store/escalation_rule_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> EscalationRuleRepository::put(Transaction& tx, const EscalationRuleRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO escalation_rules (id, name, reason, conditions, level, team_id, priority, enabled, "
        "created_ms, updated_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
        "ON CONFLICT (id) DO UPDATE SET name = $2, reason = $3, conditions = $4, level = $5, team_id = $6, "
        "priority = $7, enabled = $8, updated_ms = $10";
    const Params params{row.id,
                        row.name,
                        row.reason,
                        row.conditions,
                        row.level,
                        textOrNull(row.teamId),
                        row.priority,
                        std::int64_t{row.enabled ? 1 : 0},
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "escalationRules.put");
}

Result<bool> EscalationRuleRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM escalation_rules WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "escalationRules.remove");
}

Result<std::vector<EscalationRuleRow>> EscalationRuleRepository::all(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT id, name, reason, conditions, level, team_id, priority, enabled, created_ms, updated_ms "
        "FROM escalation_rules ORDER BY id";
    auto read = [](const Row& row) {
        EscalationRuleRow rule;
        rule.id = row.text(0);
        rule.name = row.text(1);
        rule.reason = row.text(2);
        rule.conditions = row.text(3);
        rule.level = row.text(4);
        rule.teamId = row.text(5);
        rule.priority = row.text(6);
        rule.enabled = row.boolean(7);
        rule.createdMs = row.integer(8);
        rule.updatedMs = row.integer(9);
        return rule;
    };
    return allOf(tx.query(kSql), read, "escalationRules.all");
}

} // namespace parley::server::store
