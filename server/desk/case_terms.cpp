// SPDX-License-Identifier: MIT
#include "server/desk/case_terms.h"

#include "server/desk/desk_policies.h"
#include "server/desk/views.h"
#include "server/store/team_repository.h"
#include "server/store/ticket_queue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::desk {

namespace {

/// More teams than a tenant may have.
constexpr int kAllTeams = 1'000;
/// Cases whose handling says how fast the queue moves.
constexpr int kRecentCases = 20;

nlohmann::json listOf(const std::string& text)
{
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_array() ? std::move(json) : nlohmann::json::array();
}

bool has(const std::string& list, const std::string& text)
{
    const nlohmann::json values = listOf(list);
    return std::find(values.begin(), values.end(), text) != values.end();
}

Result<std::optional<store::TeamRow>> teamOf(store::ReadTransaction& tx, const std::string& id)
{
    return id.empty() ? Result<std::optional<store::TeamRow>>(std::optional<store::TeamRow>())
                      : store::TeamRepository().find(tx, id);
}

/// A team's own hours, else the tenant's.
BusinessHours hoursOf(const DeskSettings& settings, const std::optional<store::TeamRow>& team)
{
    if (!team || team->hours.empty()) {
        return settings.hours;
    }
    // What is stored was checked before it was.
    return BusinessHours::parse(nlohmann::json::parse(team->hours, nullptr, false)).value_or(settings.hours);
}

} // namespace

Result<DeskSettings> settingsOf(const Services& services, store::ReadTransaction& tx)
{
    return services.policies == nullptr ? DeskPolicies::unset().of(tx) : services.policies->of(tx);
}

Result<std::string> teamFor(store::ReadTransaction& tx, const std::string& category)
{
    auto teams = store::TeamRepository().list(tx, std::string(), kAllTeams);
    if (!teams) {
        return fail(std::move(teams).error());
    }
    const auto found = std::find_if(teams->begin(), teams->end(), [&](const store::TeamRow& team) {
        return has(team.categories, category);
    });
    return found == teams->end() ? std::string() : found->id;
}

Result<void> openTicket(const Services& services,
                        store::Transaction& tx,
                        const DeskSettings& settings,
                        store::TicketRow& ticket)
{
    auto team = teamOf(tx, ticket.teamId);
    auto customer = services.customers.find(tx, ticket.customer);
    auto conversation = services.conversations.find(tx, ticket.conversation);
    if (!team || !customer || !conversation) {
        return fail(!team ? team.error() : !customer ? customer.error() : conversation.error());
    }
    store::TicketPromise promise;
    promise.id = ticket.id;
    if (*conversation) {
        promise.mood = (*conversation)->sentiment.value_or(0);
    }
    const ServiceLevel* level = serviceLevelOf(settings, *customer ? (*customer)->plan : std::string());
    if (level != nullptr) {
        const BusinessHours hours = hoursOf(settings, *team);
        const auto due = [&](int minutes) {
            return hours.after(ticket.createdMs, std::chrono::minutes(minutes));
        };
        promise.responseDueMs = due(level->firstResponseMinutes);
        if (level->resolutionMinutes) {
            promise.resolutionDueMs = due(*level->resolutionMinutes);
        }
    }
    ticket.slaDueMs = promise.responseDueMs;
    if (auto created = services.tickets.create(tx, ticket); !created) {
        return created;
    }
    return store::TicketQueue().promise(tx, promise);
}

Result<void> promiseAgain(const Services& services, store::Transaction& tx, const store::TicketRow& ticket)
{
    auto settings = settingsOf(services, tx);
    auto team = teamOf(tx, ticket.teamId);
    auto customer = services.customers.find(tx, ticket.customer);
    if (!settings || !team || !customer) {
        return fail(!settings ? settings.error() : !team ? team.error() : customer.error());
    }
    const ServiceLevel* level = serviceLevelOf(*settings, *customer ? (*customer)->plan : std::string());
    std::optional<std::int64_t> dueMs;
    if (level != nullptr) {
        dueMs = hoursOf(*settings, *team)
                    .after(services.clock.nowMs(), std::chrono::minutes(level->firstResponseMinutes));
    }
    return store::TicketQueue().requeue(tx, ticket.id, dueMs);
}

Result<Attendance> attendanceOf(const Services& services,
                                store::ReadTransaction& tx,
                                const DeskSettings& settings,
                                const std::string& team)
{
    const std::int64_t now = services.clock.nowMs();
    auto row = teamOf(tx, team);
    auto people = store::DeskPeopleRepository().present(tx, now - kPresenceLifeMs);
    if (!row || !people) {
        return fail(!row ? row.error() : people.error());
    }
    const BusinessHours hours = hoursOf(settings, *row);
    Attendance attendance;
    attendance.isOpen = hours.isOpen(now);
    attendance.nextOpenMs = hours.nextOpen(now);
    attendance.offsetMinutes = hours.offsetMinutes();
    for (store::DeskPerson& person : *people) {
        const bool isOfTeam = !*row || has((*row)->members, person.user);
        if (isOfTeam && person.state != "away") {
            attendance.people.push_back(std::move(person));
        }
    }
    return attendance;
}

Result<QueuePace> paceOf(const Services& services, store::ReadTransaction& tx)
{
    auto settings = settingsOf(services, tx);
    auto times = store::TicketQueue().handlingTimes(tx, kRecentCases);
    if (!settings || !times) {
        return fail(!settings ? settings.error() : times.error());
    }
    QueuePace pace{*std::move(settings), std::nullopt};
    if (!times->empty()) {
        std::sort(times->begin(), times->end());
        pace.eachMs = std::max<std::int64_t>((*times)[times->size() / 2], 0);
    }
    return pace;
}

std::optional<std::int64_t>
expectedWaitS(const QueuePace& pace, const Attendance& attendance, std::int64_t position, std::int64_t nowMs)
{
    if (!pace.eachMs) {
        return std::nullopt; // a guess would be a promise
    }
    const auto people = std::max<std::int64_t>(static_cast<std::int64_t>(attendance.people.size()), 1);
    const std::int64_t rounds = (position + people - 1) / people;
    return (attendance.nextOpenMs - nowMs + rounds * *pace.eachMs) / 1000;
}

namespace {

/// The short form, and while it waits whether nobody is there.
struct Waiting {
    proto::TicketSummary summary;
    std::optional<bool> isAway;
};

Result<Waiting>
waitingOf(const Services& services, store::ReadTransaction& tx, const store::TicketRow& ticket)
{
    Waiting waiting{ticketSummary(ticket), {}};
    auto before = store::TicketQueue().waitingBefore(tx, ticket.id);
    if (!before || !*before) {
        return before ? Result<Waiting>(std::move(waiting)) : fail(std::move(before).error());
    }
    auto pace = paceOf(services, tx);
    if (!pace) {
        return fail(std::move(pace).error());
    }
    auto attendance = attendanceOf(services, tx, pace->settings, ticket.teamId);
    if (!attendance) {
        return fail(std::move(attendance).error());
    }
    waiting.isAway = !attendance->isAnybodyThere();
    waiting.summary.position = **before + 1;
    waiting.summary.expectedWaitS =
        expectedWaitS(*pace, *attendance, *waiting.summary.position, services.clock.nowMs());
    return waiting;
}

} // namespace

Result<proto::TicketSummary>
waitingSummary(const Services& services, store::ReadTransaction& tx, const store::TicketRow& ticket)
{
    auto waiting = waitingOf(services, tx, ticket);
    if (!waiting) {
        return fail(std::move(waiting).error());
    }
    return std::move(waiting->summary);
}

Result<nlohmann::json>
waitingView(const Services& services, store::ReadTransaction& tx, const store::TicketRow& ticket)
{
    auto waiting = waitingOf(services, tx, ticket);
    if (!waiting) {
        return fail(std::move(waiting).error());
    }
    nlohmann::json view = waiting->summary;
    if (waiting->isAway) {
        view["away"] = *waiting->isAway;
    }
    return view;
}

void addWaiting(nlohmann::json& view, const proto::TicketSummary& summary)
{
    if (summary.position) {
        view["position"] = *summary.position;
    }
    if (summary.expectedWaitS) {
        view["expected_wait_s"] = *summary.expectedWaitS;
    }
}

} // namespace parley::server::desk
