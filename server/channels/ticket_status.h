// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/intake.h"
#include "server/desk/services.h"
#include "server/desk/sessions.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace parley::server::channels {

/// Who asks how a ticket stands: exactly one of the three.
struct StatusProof {
    /// Of the desk: sees what operators see.
    bool isOperator = false;
    /// As a form gave it.
    std::string token;
    /// The customer's, or the one that the conversation's answers go to.
    std::string email;
};

/// How a ticket stands, as who asked may see it.
struct TicketStatus {
    /// With the status and the person of the conversation's newest case, which may be a later one.
    store::TicketRow ticket;
    std::vector<store::MessageRow> messages;
    bool isForOperator = false;
};

/// Shows customers how their tickets stand, and takes what they add. @thread I/O
class TicketStatusDesk {
public:
    TicketStatusDesk(desk::Services& services, desk::Sessions& sessions, const desk::Intake& intake)
        : m_services(services), m_sessions(sessions), m_intake(intake)
    {}

    /// @param reference  in any case of letters
    /// @errors NotFound there is no such ticket, or the proof is another's: never told apart; Storage
    boost::asio::awaitable<Result<TicketStatus>>
    find(TenantId tenant, std::string reference, StatusProof proof);

    /// Takes a message of the customer who has the form's token.
    /// @param inbound  without conversation @errors NotFound as above; InvalidArgument the text; Conflict the
    /// key was used with another body; Storage
    boost::asio::awaitable<Result<desk::Accepted>>
    add(std::string reference, std::string token, desk::InboundMessage inbound);

private:
    Result<store::TicketRow>
    ticketFor(store::ReadTransaction& tx, const std::string& reference, const StatusProof& proof) const;
    Result<bool>
    isProven(store::ReadTransaction& tx, const store::TicketRow& ticket, const StatusProof& proof) const;

    desk::Services& m_services;
    desk::Sessions& m_sessions;
    const desk::Intake& m_intake;
};

/// `{ticket_id, status, created_at, subject, category, priority, messages, assigned_to}`
nlohmann::json statusView(const TicketStatus& status);

} // namespace parley::server::channels
