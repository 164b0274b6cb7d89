// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::desk {

/// A person's answer to a ticket.
struct ResolveRequest {
    TenantId tenant;
    std::string ticket;
    std::string answer;
    /// Where to send the answer too; empty: where the customer asked for, if anywhere.
    std::string notifyEmail;
    Actor actor;
    /// A wish: what the answer teaches may be kept.
    bool learns = true;
};

/// What a resolution taught those who ask the same.
struct Learned {
    bool cache = false;
    /// Why the answer is not kept for others: "personal_data", "case_specific", ...; empty where it is.
    std::string reason;
};

/// What resolving did.
struct Resolved {
    store::TicketRow ticket;
    store::MessageRow message;
    /// Empty when no run was paused for the ticket.
    RunId run;
    std::string runStatus;
    /// Address the answer was queued for; empty: none.
    std::string notified;
    Learned learned{};
};

/// Resolves tickets: the paused run goes on with the person's answer, exactly once, in one transaction with
/// the ticket, the delivery to the chat, the events and the outbox. @thread I/O
class Resolution {
public:
    explicit Resolution(Services& services) : m_services(services) {}

    /// @errors InvalidArgument empty or over-long answer; NotFound no such ticket; Conflict resolved already,
    /// or another supporter holds it; Storage
    boost::asio::awaitable<Result<Resolved>> resolve(ResolveRequest request);

private:
    Result<Resolved> resolveIn(store::Transaction& tx, const ResolveRequest& request) const;
    Result<void> giveBackToAgents(store::Transaction& tx,
                                  const ResolveRequest& request,
                                  const store::TicketRow& ticket,
                                  std::int64_t nowMs) const;
    Result<void> endRun(store::Transaction& tx, Resolved& resolved, std::int64_t nowMs) const;
    Result<void> queueNotification(store::Transaction& tx,
                                   const ResolveRequest& request,
                                   const store::ConversationRow& conversation,
                                   Resolved& resolved,
                                   std::int64_t nowMs) const;

    Services& m_services;
};

} // namespace parley::server::desk
