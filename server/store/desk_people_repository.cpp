// SPDX-License-Identifier: MIT
#include "server/store/desk_people_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

/// The state that counts of one who is linked to several nodes.
int rankOf(const std::string& state)
{
    return state == "online" ? 0 : state == "busy" ? 1 : 2;
}

} // namespace

Result<void> DeskPeopleRepository::report(Transaction& tx,
                                          const std::string& node,
                                          const std::vector<DeskPerson>& people) const
{
    static constexpr std::string_view kClear =
        "UPDATE desk_presence SET state = 'offline' WHERE node = $1 AND state <> 'offline'";
    static constexpr std::string_view kAdd =
        "INSERT INTO desk_presence (user_id, node, state, name, seen_ms) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (user_id, node) DO UPDATE SET state = excluded.state, name = excluded.name, "
        "seen_ms = excluded.seen_ms";
    auto done = doneOf(tx.execute(kClear, {node}), "desk_people.report");
    for (std::size_t i = 0; done && i < people.size(); ++i) {
        const DeskPerson& person = people[i];
        done = doneOf(tx.execute(kAdd, {person.user, node, person.state, person.name, person.seenMs}),
                      "desk_people.report");
    }
    return done;
}

Result<std::vector<DeskPerson>> DeskPeopleRepository::present(ReadTransaction& tx, std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT p.user_id, p.name, COALESCE(s.state, p.state), p.seen_ms FROM desk_presence p "
        "LEFT JOIN desk_states s ON s.user_id = p.user_id "
        "WHERE p.seen_ms >= $1 AND p.state <> 'offline' ORDER BY p.user_id, p.node";
    auto read = [](const Row& row) {
        return DeskPerson{row.text(0), row.text(1), row.text(2), row.integer(3)};
    };
    auto rows = allOf(tx.query(kSql, {sinceMs}), read, "desk_people.present");
    if (!rows) {
        return rows;
    }
    std::vector<DeskPerson> people;
    for (DeskPerson& person : *rows) {
        if (people.empty() || people.back().user != person.user) {
            people.push_back(std::move(person));
        } else if (rankOf(person.state) < rankOf(people.back().state)) {
            people.back() = std::move(person);
        }
    }
    return people;
}

Result<void> DeskPeopleRepository::state(Transaction& tx,
                                         const std::string& user,
                                         const std::string& state,
                                         std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO desk_states (user_id, state, stated_ms) VALUES ($1, $2, $3) "
        "ON CONFLICT (user_id) DO UPDATE SET state = excluded.state, stated_ms = excluded.stated_ms";
    return doneOf(tx.execute(kSql, {user, state, nowMs}), "desk_people.state");
}

Result<std::string>
DeskPeopleRepository::stated(ReadTransaction& tx, const std::string& user, std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT state FROM desk_states WHERE user_id = $1 AND (stated_ms >= $2 OR EXISTS (SELECT 1 FROM "
        "desk_presence p WHERE p.user_id = $1 AND p.seen_ms >= $2))";
    auto row = tx.queryOptional(kSql, {user, sinceMs});
    if (!row) {
        return fail(std::move(row).error().in("desk_people.stated"));
    }
    return *row ? (*row)->text(0) : std::string();
}

Result<void> DeskPeopleRepository::forgetStates(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM desk_states WHERE stated_ms < $1 AND NOT EXISTS (SELECT 1 FROM desk_presence p WHERE "
        "p.user_id = desk_states.user_id AND p.seen_ms >= $1)";
    return doneOf(tx.execute(kSql, {beforeMs}), "desk_people.forgetStates");
}

Result<void> DeskPeopleRepository::forget(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM desk_presence WHERE seen_ms < $1";
    return doneOf(tx.execute(kSql, {beforeMs}), "desk_people.forget");
}

Result<std::vector<DeskTurn>> DeskPeopleRepository::turns(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT user_id, turns, last_ms FROM desk_turns";
    auto read = [](const Row& row) { return DeskTurn{row.text(0), row.integer(1), row.integer(2)}; };
    return allOf(tx.query(kSql), read, "desk_people.turns");
}

Result<bool> DeskPeopleRepository::takeTurn(Transaction& tx, const DeskTurn& turn, std::int64_t nowMs) const
{
    static constexpr std::string_view kFirst = "INSERT INTO desk_turns (user_id, turns, last_ms) VALUES ($1, "
                                               "1, $2) ON CONFLICT (user_id) DO NOTHING";
    static constexpr std::string_view kNext =
        "UPDATE desk_turns SET turns = turns + 1, last_ms = $3 WHERE user_id = $1 AND turns = $2";
    return wonOf(turn.turns == 0 ? tx.execute(kFirst, {turn.user, nowMs})
                                 : tx.execute(kNext, {turn.user, turn.turns, nowMs}),
                 "desk_people.takeTurn");
}

} // namespace parley::server::store
