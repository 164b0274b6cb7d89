// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/assignment.h"
#include "server/desk/handoff.h"
#include "server/desk/ownership.h"
#include "server/desk/services.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace parley::server::desk {

/// What one look at a tenant did.
struct WatchRound {
    int escalated = 0; ///< whom the agents owed an answer
    int returned = 0;  ///< from people who took a case and did not write
    int late = 0;      ///< whose promise was broken
    int given = 0;     ///< to people who are online
    /// When to look again.
    std::chrono::milliseconds next{1'000};
};

/// Sees to it that nobody waits unseen. Each thing it does is one transaction that begins with a
/// compare-and-set, so that any number of nodes may look at the same tenant. @thread any
class Watchdog {
public:
    using PrefixOf = std::function<std::string(const TenantId&)>;

    /// @param turnTimeout  how long a turn may take before it ends by itself
    Watchdog(Services& services,
             const Handoff& handoff,
             const Ownership& ownership,
             PrefixOf prefixOf,
             std::chrono::milliseconds turnTimeout);

    /// Does everything that is due in a tenant. What fails is done at the next look.
    /// @errors Storage, Unavailable the tenant could not be read
    boost::asio::awaitable<Result<WatchRound>> look(TenantId tenant);

    /// Puts everything that a person holds back into the queue. @return how much that was
    /// @errors Conflict something is left: to be done again; Storage
    boost::asio::awaitable<Result<int>> returnAllOf(TenantId tenant, std::string user);

    /// Everybody who holds something in a tenant. @errors Storage
    boost::asio::awaitable<Result<std::vector<std::string>>> holders(TenantId tenant);

private:
    struct Due;

    boost::asio::awaitable<int> giveWaiting(TenantId tenant);
    Result<Due> dueIn(store::ReadTransaction& tx) const;
    Result<bool> escalate(store::Transaction& tx,
                          const TenantId& tenant,
                          const ConversationId& id,
                          std::int64_t sinceMs) const;
    Result<bool> callLate(store::Transaction& tx, const TenantId& tenant, const TicketId& id) const;

    Services& m_services;
    const Handoff& m_handoff;
    const Ownership& m_ownership;
    const Assignment m_assignment;
    PrefixOf m_prefixOf;
    std::chrono::milliseconds m_turnTimeout;
};

} // namespace parley::server::desk
