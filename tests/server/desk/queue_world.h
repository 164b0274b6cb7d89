// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_policies.h"
#include "server/desk/supporter_messages.h"
#include "server/desk/watchdog.h"
#include "server/store/desk_people_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/team_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"

#include <nlohmann/json.hpp>

namespace parley::test {

inline const server::desk::Actor kMia{"0192f000-0000-7000-8000-00000000001a", "Mia", false};
inline const server::desk::Actor kBen{"0192f000-0000-7000-8000-00000000001b", "Ben", false};
inline constexpr std::int64_t kSecondMs = 1'000;
inline constexpr std::int64_t kTurnMs = 30 * kSecondMs;

/// A desk with a watchdog whose turns take 30 s at most.
struct QueueWorld {
    explicit QueueWorld(FreshDatabase& database)
        : world(*database, database.first),
          handoff(world.services),
          ownership(world.services, handoff),
          messages(world.services),
          watchdog(
              world.services,
              handoff,
              ownership,
              [](const TenantId&) { return std::string("TF"); },
              std::chrono::milliseconds(kTurnMs))
    {
        world.services.policies = &policies;
    }

    void set(const nlohmann::json& settings)
    {
        must(world.write([&](server::store::Transaction& tx) {
            return server::store::SettingsRepository().put(tx, "desk", settings.dump(), world.clock.nowMs());
        }));
    }

    server::store::TicketRow escalate(const ConversationId& id,
                                      const std::string& category = "general",
                                      const std::string& priority = "medium",
                                      const RunId& run = {})
    {
        server::desk::HandoffRequest request;
        request.tenant = world.tenant;
        request.conversation = id;
        request.ticketPrefix = "TF";
        request.reason = "customer_request";
        request.category = category;
        request.priority = priority;
        request.run = run;
        return must(world.run(handoff.onRequest(request))).ticket;
    }

    server::store::TicketRow waiting() { return escalate(world.converse()); }

    Result<server::desk::OwnerChanged> accept(const std::string& ticket, const server::desk::Actor& actor)
    {
        return world.run(ownership.accept(world.tenant, ticket, actor));
    }

    Result<server::desk::WrittenMessage> say(const ConversationId& id, const server::desk::Actor& actor)
    {
        return world.run(messages.write({world.tenant, id, "A word.", false, {}, actor}));
    }

    /// Mia has taken the case and written.
    ConversationId heldAfterAWord()
    {
        const server::store::TicketRow ticket = waiting();
        must(accept(ticket.reference, kMia));
        must(say(ticket.conversation, kMia));
        return ticket.conversation;
    }

    server::desk::WatchRound look() { return must(world.run(watchdog.look(world.tenant))); }

    server::desk::WatchRound lookAfter(std::int64_t ms)
    {
        world.clock.advanceMs(ms);
        return look();
    }

    server::store::TicketRow ticket(const std::string& id)
    {
        return must(world.read([&](server::store::ReadTransaction& tx) {
                   return world.services.tickets.find(tx, id);
               }))
            .value();
    }

    std::vector<server::store::QueuedTicket> queue()
    {
        return must(world.read(
            [&](server::store::ReadTransaction& tx) { return world.services.tickets.queue(tx, 0, 100); }));
    }

    /// These are at the desk now, and nobody else.
    void present(std::vector<server::store::DeskPerson> people)
    {
        for (auto& person : people) {
            person.seenMs = world.clock.nowMs();
        }
        must(world.write([&](server::store::Transaction& tx) {
            return server::store::DeskPeopleRepository().report(tx, "node-1", people);
        }));
    }

    std::string addTeam(const std::string& name,
                        const std::vector<std::string>& categories,
                        const std::vector<std::string>& members,
                        std::int64_t capacity = 0)
    {
        server::store::TeamRow team;
        team.id = world.ids.next();
        team.name = name;
        team.categories = nlohmann::json(categories).dump();
        team.members = nlohmann::json(members).dump();
        team.capacity = capacity;
        must(world.write([&](server::store::Transaction& tx) {
            return server::store::TeamRepository().create(tx, team);
        }));
        return team.id;
    }

    /// How many events of the conversation have this reason.
    int told(const ConversationId& id, const std::string& reason)
    {
        int count = 0;
        for (const auto& logged : world.events(id)) {
            const auto payload = nlohmann::json::parse(logged.event.payload, nullptr, false);
            count += payload.is_object() && payload.value("reason", std::string()) == reason ? 1 : 0;
        }
        return count;
    }

    DeskWorld world;
    server::desk::DeskPolicies policies;
    server::desk::Handoff handoff;
    server::desk::Ownership ownership;
    server::desk::SupporterMessages messages;
    server::desk::Watchdog watchdog;
};

inline server::store::DeskPerson online(const server::desk::Actor& actor, const std::string& state = "online")
{
    return {actor.id, actor.name, state};
}

} // namespace parley::test
