// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/event_publisher.h"
#include "server/desk/services.h"
#include "shared/protocol/turn.h"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parley::server::desk {

/// A waiting case with its place.
struct QueuePlace {
    ConversationId conversation;
    proto::TicketSummary ticket;
    /// Nobody is there who could take it.
    bool isAway = false;
};

/// Tells customers who wait when their place in the queue is another one, and when people come or go: an
/// event without a number, for those who watch at that moment. Who comes later reads the ticket. @thread one
/// I/O thread
class QueuePlaces {
public:
    QueuePlaces(Services& services, EventPublisher& publisher) : m_services(services), m_publisher(publisher)
    {}

    /// Looks at the front of a tenant's queue and tells what has changed since the last look.
    /// @errors Storage
    boost::asio::awaitable<Result<void>> tell(TenantId tenant);

    /// The cases at the front, most urgent first, each with its place in its team's queue. @errors Storage
    static Result<std::vector<QueuePlace>> front(const Services& services, store::ReadTransaction& tx);

private:
    Services& m_services;
    EventPublisher& m_publisher;
    /// By tenant, by conversation: the place that was told last, and whether nobody was there.
    std::map<std::string, std::map<std::string, std::pair<std::int64_t, bool>>> m_told;
};

} // namespace parley::server::desk
