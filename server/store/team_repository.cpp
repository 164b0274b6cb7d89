// SPDX-License-Identifier: MIT
#include "server/store/team_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kColumns =
    "id, name, categories, members, hours, capacity, created_ms, updated_ms";

TeamRow fromRow(const Row& row)
{
    TeamRow team;
    team.id = row.text(0);
    team.name = row.text(1);
    team.categories = row.text(2);
    team.members = row.text(3);
    team.hours = row.text(4);
    team.capacity = row.integer(5);
    team.createdMs = row.integer(6);
    team.updatedMs = row.integer(7);
    return team;
}

} // namespace

Result<void> TeamRepository::create(Transaction& tx, const TeamRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO teams (id, name, categories, members, hours, capacity, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    return doneOf(tx.execute(kSql,
                             {row.id,
                              row.name,
                              row.categories,
                              row.members,
                              textOrNull(row.hours),
                              row.capacity,
                              row.createdMs,
                              row.updatedMs}),
                  "teams.create");
}

Result<bool> TeamRepository::update(Transaction& tx, const TeamRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE teams SET name = $2, categories = $3, members = $4, hours = $5, capacity = $6, "
        "updated_ms = $7 WHERE id = $1";
    return wonOf(tx.execute(kSql,
                            {row.id,
                             row.name,
                             row.categories,
                             row.members,
                             textOrNull(row.hours),
                             row.capacity,
                             row.updatedMs}),
                 "teams.update");
}

Result<bool> TeamRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM teams WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "teams.remove");
}

Result<std::optional<TeamRow>> TeamRepository::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) + " FROM teams WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "teams.find");
}

Result<std::vector<TeamRow>>
TeamRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM teams WHERE id > $1 ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, static_cast<std::int64_t>(limit)}), fromRow, "teams.list");
}

} // namespace parley::server::store
