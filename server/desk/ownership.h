// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/handoff.h"
#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parley::server::desk {

/// Why the desk itself took a case from somebody.
inline constexpr std::string_view kReasonAcceptTimeout = "accept_timeout";
inline constexpr std::string_view kReasonHolderGone = "holder_gone";

/// Whom a conversation is given to.
struct Assignee {
    std::string id;
    std::string name;
};

/// Which conversation, and who acts.
struct OwnerRequest {
    TenantId tenant;
    ConversationId conversation;
    /// For the ticket of a conversation that has none: what people deal with always has one.
    std::string ticketPrefix;
    Actor actor;
};

/// A conversation after its owner changed.
struct OwnerChanged {
    store::ConversationRow conversation;
    /// What its owner has to deal with; none where nobody ever asked for a person.
    std::optional<store::TicketRow> ticket;
    /// A run was made that waits for a process to take it up.
    bool isAgentsTurn = false;
};

/// Who answers a conversation: the agents, the queue, or one supporter. Every change is one transaction with
/// a compare-and-set; what may not be is refused with Conflict, naming who holds it. A run of the agents that
/// ends while a person holds the conversation is kept as a suggestion, never sent. @thread I/O
class Ownership {
public:
    Ownership(Services& services, const Handoff& handoff) : m_services(services), m_handoff(handoff) {}

    /// The actor takes a case of the queue. @param ticket  id or reference
    /// @errors NotFound; Conflict somebody else holds it, or it is resolved; Storage
    boost::asio::awaitable<Result<OwnerChanged>> accept(TenantId tenant, std::string ticket, Actor actor);

    /// The actor joins a conversation, whoever owns it. @param force  also when another supporter holds it,
    /// for those who may override
    /// @errors NotFound; Conflict another holds it, or it is closed; Storage
    boost::asio::awaitable<Result<OwnerChanged>> takeOver(OwnerRequest request, bool force);

    /// Hands back to the agents; a run that waited for a person ends. Where the customer has the last word, a
    /// run for it is made that no process has taken up yet: whoever looks for abandoned ones first answers.
    /// @errors NotFound; Conflict the actor does not hold it; Storage
    boost::asio::awaitable<Result<OwnerChanged>> release(OwnerRequest request);

    /// Gives it to another person. @errors NotFound; Conflict another than the actor holds it, or it is
    /// closed; Storage
    boost::asio::awaitable<Result<OwnerChanged>> assign(OwnerRequest request, Assignee to);

    /// Puts it into a team's queue. @errors as assign()
    boost::asio::awaitable<Result<OwnerChanged>> assignTeam(OwnerRequest request, std::string team);

    /// Ends the case without teaching anything: tickets resolved, a run that waited ended.
    /// @param close  the conversation is closed, until the customer writes again; else the agents have it
    /// @errors NotFound; Conflict another holds it, or it is closed already; Storage
    boost::asio::awaitable<Result<OwnerChanged>> resolve(OwnerRequest request, bool close);

    /// The desk itself takes a case back: into the queue, with a word to the customer and a note to the
    /// people, audited. @param reason  kReasonAcceptTimeout or kReasonHolderGone
    /// @return false when the holder has it no more: nothing was written. @errors Storage
    Result<bool> returnToQueue(store::Transaction& tx,
                               const TenantId& tenant,
                               const ConversationId& conversation,
                               const Assignee& holder,
                               std::string_view reason) const;

    /// The desk itself gives a waiting case to a person.
    /// @return false when it does not wait any more: nothing was written. @errors Conflict it changed in the
    /// meantime; Storage
    Result<bool> give(store::Transaction& tx,
                      const TenantId& tenant,
                      const ConversationId& conversation,
                      const Assignee& to) const;

private:
    struct Case;
    struct Target;

    template <class Change>
    boost::asio::awaitable<Result<OwnerChanged>>
    changed(TenantId tenant, ConversationId conversation, Change change) const;
    Result<void> ensureTicket(store::Transaction& tx, const OwnerRequest& request, Case& present) const;
    Result<Case> caseOf(store::Transaction& tx, const ConversationId& conversation) const;
    Result<void>
    move(store::Transaction& tx, const TenantId& tenant, Case& present, const Target& target) const;
    Result<void>
    tell(store::Transaction& tx, const TenantId& tenant, const Case& present, const Target& target) const;
    Result<void> sayReturned(store::Transaction& tx,
                             const TenantId& tenant,
                             const Case& present,
                             const Assignee& holder,
                             std::string_view reason,
                             bool tellsCustomer) const;
    /// @return whether a run was made. @errors Storage
    Result<bool>
    askAgents(store::Transaction& tx, const ConversationId& conversation, const MessageId& message) const;
    /// @return whether there was one. @errors Storage
    Result<bool> endPausedRuns(store::Transaction& tx, const Case& present, std::string_view node) const;
    Result<bool> endPausedRun(store::Transaction& tx, const RunId& run, std::string_view node) const;

    Services& m_services;
    const Handoff& m_handoff;
};

} // namespace parley::server::desk
