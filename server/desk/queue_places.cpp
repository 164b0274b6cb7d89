// SPDX-License-Identifier: MIT
#include "server/desk/queue_places.h"

#include "server/desk/case_terms.h"
#include "server/store/database.h"
#include "server/store/ticket_queue.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

/// Whoever waits further behind sees his place when he comes this far, or asks.
constexpr int kTold = 100;
constexpr const char* kPlaceEvent = "queue.place";

} // namespace

Result<std::vector<QueuePlace>> QueuePlaces::front(const Services& services, store::ReadTransaction& tx)
{
    auto waiting = store::TicketQueue().waiting(tx, kTold);
    if (!waiting) {
        return fail(std::move(waiting).error());
    }
    if (waiting->empty()) {
        return std::vector<QueuePlace>();
    }
    auto pace = paceOf(services, tx);
    if (!pace) {
        return fail(std::move(pace).error());
    }
    std::map<std::string, std::int64_t> places; // by team
    std::vector<QueuePlace> front;
    for (const store::WaitingTicket& ticket : *waiting) {
        auto attendance = pace->attendance.find(ticket.teamId);
        if (attendance == pace->attendance.end()) {
            auto found = attendanceOf(services, tx, pace->settings, ticket.teamId);
            if (!found) {
                return fail(std::move(found).error());
            }
            attendance = pace->attendance.emplace(ticket.teamId, *std::move(found)).first;
        }
        QueuePlace place;
        place.conversation = ticket.conversation;
        place.ticket = {ticket.id.value, ticket.reference, "pending_human"};
        place.ticket.position = ++places[ticket.teamId];
        place.isAway = !attendance->second.isAnybodyThere();
        place.ticket.expectedWaitS =
            expectedWaitS(*pace, attendance->second, *place.ticket.position, services.clock.nowMs());
        front.push_back(std::move(place));
    }
    return front;
}

boost::asio::awaitable<Result<void>> QueuePlaces::tell(TenantId tenant)
{
    if (!m_publisher.isWatched()) {
        m_told.erase(tenant.value);
        co_return Result<void>();
    }
    auto job = [&](store::ReadTransaction& tx) { return front(m_services, tx); };
    auto scope = store::Scope::of(tenant);
    auto found = co_await m_services.database.read(scope, job);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    const auto before = std::exchange(m_told[tenant.value], {});
    auto& told = m_told[tenant.value];
    for (const QueuePlace& place : *found) {
        const std::string& id = place.conversation.value;
        told[id] = {*place.ticket.position, place.isAway};
        const auto known = before.find(id);
        // A new case has its place in what was told when it was made.
        if (known == before.end() || known->second == told[id]) {
            continue;
        }
        // Without a status: it may be told behind a numbered event that has a newer one.
        nlohmann::json data = {{"type", kPlaceEvent}, {"session_id", id}, {"ticket", place.ticket}};
        data["ticket"]["away"] = place.isAway;
        PublishedEvent event;
        event.tenant = tenant;
        event.conversation = place.conversation;
        event.type = kPlaceEvent;
        event.customerData = std::make_shared<const std::string>(data.dump());
        m_publisher.publish(std::move(event));
    }
    if (told.empty()) {
        m_told.erase(tenant.value);
    }
    co_return Result<void>();
}

} // namespace parley::server::desk
