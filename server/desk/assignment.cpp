// SPDX-License-Identifier: MIT
#include "server/desk/assignment.h"

#include "server/desk/case_terms.h"
#include "server/store/desk_people_repository.h"
#include "server/store/team_repository.h"
#include "server/store/ticket_queue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace parley::server::desk {

namespace {

constexpr int kCasesAtOnce = 100;
/// What waits behind so many pages is given when some of it has gone.
constexpr int kPages = 100;
constexpr int kAllTeams = 1'000;

/// One who can be given cases.
struct Candidate {
    Assignee person;
    std::int64_t cases = 0;
    store::DeskTurn turn;
};

struct TeamPlaces {
    std::vector<std::string> members;
    std::int64_t capacity = 0;
};

/// What one round knows of people and teams.
struct Round {
    std::vector<Candidate> people;
    std::map<std::string, TeamPlaces> teams;
    std::int64_t capacity = 0;
};

Result<std::map<std::string, TeamPlaces>> teamsOf(store::ReadTransaction& tx)
{
    auto rows = store::TeamRepository().list(tx, std::string(), kAllTeams);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::map<std::string, TeamPlaces> teams;
    for (const store::TeamRow& row : *rows) {
        const auto members = nlohmann::json::parse(row.members, nullptr, false);
        TeamPlaces places;
        places.capacity = row.capacity;
        if (members.is_array()) {
            places.members = members.get<std::vector<std::string>>();
        }
        teams.emplace(row.id, std::move(places));
    }
    return teams;
}

/// Who is online and free to be asked. Busy and away ones finish what they have.
Result<Round> roundOf(store::ReadTransaction& tx, const DeskSettings& settings, std::int64_t nowMs)
{
    const store::DeskPeopleRepository people;
    auto present = people.present(tx, nowMs - kPresenceLifeMs);
    // Before the loads: a case that another node gives between the two then makes the turn an old one.
    auto turns = people.turns(tx);
    auto loads = store::TicketQueue().loads(tx);
    auto teams = teamsOf(tx);
    if (!present || !loads || !turns || !teams) {
        return fail(!present ? present.error()
                    : !loads ? loads.error()
                    : !turns ? turns.error()
                             : teams.error());
    }
    Round round;
    round.capacity = settings.capacity;
    round.teams = *std::move(teams);
    for (const store::DeskPerson& person : *present) {
        if (person.state != "online") {
            continue;
        }
        Candidate candidate;
        candidate.person = {person.user, person.name};
        candidate.turn.user = person.user;
        for (const store::CaseLoad& load : *loads) {
            candidate.cases += load.user == person.user ? load.cases : 0;
        }
        for (const store::DeskTurn& turn : *turns) {
            candidate.turn = turn.user == person.user ? turn : candidate.turn;
        }
        round.people.push_back(std::move(candidate));
    }
    return round;
}

/// Whether anybody can be given anything at all.
bool hasRoom(const Round& round)
{
    return std::any_of(round.people.begin(), round.people.end(), [&](const Candidate& one) {
        const auto fits = [&](std::int64_t capacity) { return capacity == 0 || one.cases < capacity; };
        return fits(round.capacity) ||
               std::any_of(round.teams.begin(), round.teams.end(), [&](const auto& team) {
                   return team.second.capacity > 0 && fits(team.second.capacity);
               });
    });
}

/// Whoever may have the case and has waited longest for one; null: nobody.
Candidate* chosen(Round& round, const store::WaitingTicket& ticket)
{
    const auto team = round.teams.find(ticket.teamId);
    const bool isOfTeam = team != round.teams.end();
    const std::int64_t capacity =
        isOfTeam && team->second.capacity > 0 ? team->second.capacity : round.capacity;
    Candidate* best = nullptr;
    for (Candidate& one : round.people) {
        const bool isMember =
            !isOfTeam || std::find(team->second.members.begin(), team->second.members.end(), one.person.id) !=
                             team->second.members.end();
        const bool isFree = capacity == 0 || one.cases < capacity;
        // Who let it lie once is not given it again: it would go round and round.
        if (!isMember || !isFree || ticket.lostBy.find("|" + one.person.id + "|") != std::string::npos) {
            continue;
        }
        const bool isNext = best == nullptr || one.turn.lastMs < best->turn.lastMs ||
                            (one.turn.lastMs == best->turn.lastMs && one.turn.turns < best->turn.turns);
        best = isNext ? &one : best;
    }
    return best;
}

} // namespace

Result<bool> Assignment::mayGive(store::ReadTransaction& tx) const
{
    auto settings = settingsOf(m_services, tx);
    if (!settings || !settings->assignsAutomatically) {
        return settings ? Result<bool>(false) : Result<bool>(fail(std::move(settings).error()));
    }
    auto waiting = store::TicketQueue().waiting(tx, 1);
    if (!waiting || waiting->empty()) {
        return waiting ? Result<bool>(false) : Result<bool>(fail(std::move(waiting).error()));
    }
    auto present = store::DeskPeopleRepository().present(tx, m_services.clock.nowMs() - kPresenceLifeMs);
    if (!present) {
        return fail(std::move(present).error());
    }
    return std::any_of(present->begin(), present->end(), [](const auto& person) {
        return person.state == "online";
    });
}

Result<std::vector<PlannedCase>> Assignment::plan(store::ReadTransaction& tx, int limit) const
{
    const std::int64_t now = m_services.clock.nowMs();
    std::vector<PlannedCase> plan;
    auto settings = settingsOf(m_services, tx);
    if (!settings || !settings->assignsAutomatically) {
        return settings ? Result<std::vector<PlannedCase>>(std::move(plan))
                        : fail(std::move(settings).error());
    }
    auto round = roundOf(tx, *settings, now);
    if (!round) {
        return fail(std::move(round).error());
    }
    store::WaitingTicket last;
    // On behind those whose team is away: they do not keep the others waiting.
    for (int page = 0; page < kPages && hasRoom(*round); ++page) {
        auto waiting = store::TicketQueue().waiting(tx, kCasesAtOnce, last);
        if (!waiting) {
            return fail(std::move(waiting).error());
        }
        for (const store::WaitingTicket& ticket : *waiting) {
            Candidate* candidate = chosen(*round, ticket);
            if (candidate == nullptr) {
                continue;
            }
            plan.push_back({ticket.conversation, candidate->person, candidate->turn, now});
            ++candidate->turn.turns;
            candidate->turn.lastMs = now;
            ++candidate->cases;
            if (plan.size() == static_cast<std::size_t>(limit)) {
                return plan;
            }
        }
        if (waiting->size() < static_cast<std::size_t>(kCasesAtOnce)) {
            break;
        }
        last = std::move(waiting->back());
    }
    return plan;
}

Result<void> Assignment::give(store::Transaction& tx, const TenantId& tenant, const PlannedCase& one) const
{
    auto turn = store::DeskPeopleRepository().takeTurn(tx, one.turn, one.nowMs);
    if (!turn) {
        return fail(std::move(turn).error());
    }
    if (!*turn) {
        return fail(ErrorCode::Conflict, "Another process has just given this person a case.");
    }
    auto given = m_ownership.give(tx, tenant, one.conversation, one.person);
    if (!given) {
        return fail(std::move(given).error());
    }
    // As an error, so that it costs nobody a turn.
    return *given ? Result<void>() : fail(ErrorCode::Conflict, "The case does not wait any more.");
}

} // namespace parley::server::desk
