// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/identity/audit.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <semaphore>
#include <string>

namespace parley::server::desk {

/// Everything that is kept of a customer, as one JSON text: profile, labels, and of each conversation
/// messages, events, tickets, feedback, memory, tool calls, runs, notifications, kept answers and learnt
/// sentences. Supporters' notes are in it: what is written about a person is that person's data. Of runs it
/// has when and how they ended, not how the agents came to their answer. @thread any I/O thread
class CustomerExport {
public:
    /// Longer ones are refused: they need the database's own tools.
    static constexpr std::size_t kMostBytes = 256U << 20U;

    /// Each is held in memory as a whole.
    static constexpr int kMostAtOnce = 2;

    explicit CustomerExport(Services& services);

    /// Reads page by page, so that nobody else waits for it. The audit names the customer's id.
    /// @errors NotFound; PayloadTooLarge; Unavailable too many at once, with retryAfter; Storage
    boost::asio::awaitable<Result<std::string>> make(TenantId tenant, std::string id, identity::Actor actor);

private:
    boost::asio::awaitable<Result<std::string>> write(TenantId tenant, std::string id, identity::Actor actor);
    boost::asio::awaitable<Result<void>>
    addConversation(TenantId tenant, ConversationId id, std::string& out) const;

    Services& m_services;
    const identity::Audit m_audit;
    std::counting_semaphore<kMostAtOnce> m_free{kMostAtOnce};
};

} // namespace parley::server::desk
