// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/away_text.h"
#include "server/desk/services.h"
#include "shared/core/result.h"
#include "shared/protocol/turn.h"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

namespace parley::server::desk {

/// Why and with what a conversation goes to a person.
struct HandoffRequest {
    TenantId tenant;
    ConversationId conversation;
    CustomerId customer;
    /// The run that pauses until a person answers; empty when a button was pressed.
    RunId run;
    std::string ticketPrefix;
    std::string locale;
    std::string reason;
    std::string category = "general";
    std::string priority = "medium";
    /// The team it goes to; empty: the one that its category belongs to, else everybody's.
    std::string team;
    std::string question;
    std::string draftAnswer;
    std::optional<double> confidence;
    /// JSON array of what retrieval found, or empty.
    std::string context;
    /// What the agents could answer of the question; stands before the bridge text.
    std::string answered;
    /// The JSON array of its citations, as messages keep it; or empty.
    std::string citations;
    /// What made the confidence: JSON, or empty.
    std::string factors;
    /// Makes the bridge message once: "<run>:bridge".
    std::string effectKey;
};

/// What a handoff made.
struct HandoffDone {
    store::TicketRow ticket;
    store::MessageRow bridge;
    /// The ticket as its customer reads it, with its place in the queue.
    proto::TicketSummary summary;
};

/// Gives a conversation from the agents to the queue: owner, ticket, bridge message and events in the
/// caller's transaction, so that none of them can be there without the others. @thread database worker
class Handoff {
public:
    explicit Handoff(Services& services) : m_services(services) {}

    /// @errors Conflict (`not_open`) the agents do not own the conversation: nothing must be written; Storage
    Result<HandoffDone> toQueue(store::Transaction& tx, const HandoffRequest& wanted) const;

    /// Makes the ticket alone, waiting for a person: the owner changes in the caller's hands.
    /// @errors Storage
    Result<store::TicketRow> ticketFor(store::Transaction& tx, const HandoffRequest& request) const;

    /// The customer's button: the waiting ticket if there is one, else a new handoff.
    /// @errors NotFound no such conversation; Storage
    struct Requested {
        store::TicketRow ticket;
        bool isNew = false;
        /// As its customer reads it, with its place in the queue.
        proto::TicketSummary summary{};
    };
    boost::asio::awaitable<Result<Requested>> onRequest(HandoffRequest request);

    /// The same in the caller's transaction; the question is what the customer wrote last.
    /// @errors NotFound no such conversation; Conflict (`not_open`) somebody else was faster; Storage
    Result<Requested> onRequestIn(store::Transaction& tx, HandoffRequest request) const;

private:
    Result<std::optional<Absence>> absenceOf(store::ReadTransaction& tx,
                                             const store::TicketRow& ticket) const;

    Services& m_services;
};

} // namespace parley::server::desk
