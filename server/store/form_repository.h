// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/ticket_repository.h"
#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// Why a ticket is there that no person has been asked for: a form was sent, and the agents have it.
inline constexpr std::string_view kFormReason = "form";

/// By which form a conversation came, and who may read how it stands.
struct FormSubmissionRow {
    ConversationId conversation;
    std::string channel;
    /// The ticket whose reference the customer was told.
    TicketId ticket;
    /// Hex SHA-256 of the status token.
    std::string statusHash;
    std::int64_t createdMs = 0;
};

/// What forms bring beside conversation and ticket. @thread database worker
class FormRepository {
public:
    /// @errors Storage
    Result<void> add(Transaction& tx, const FormSubmissionRow& row) const;
    Result<std::optional<FormSubmissionRow>> findByTicket(ReadTransaction& tx, const TicketId& ticket) const;
    Result<std::optional<FormSubmissionRow>> findByConversation(ReadTransaction& tx,
                                                                const ConversationId& conversation) const;

    /// What the conversation is about, and where its customer is told of answers. @errors Storage
    Result<void> describe(Transaction& tx,
                          const ConversationId& conversation,
                          const std::string& subject,
                          const std::string& notifyEmail) const;

    /// The form's ticket that no person has been asked for. @errors Storage
    Result<std::optional<TicketId>> withAgents(ReadTransaction& tx, const ConversationId& conversation) const;

    /// The agents have answered: such a ticket is resolved by them. @return it; empty: there was none.
    /// @errors Storage
    Result<std::optional<TicketId>>
    answered(Transaction& tx, const ConversationId& conversation, std::int64_t nowMs) const;

    /// The customer writes again: the ticket that the agents had resolved is theirs again.
    /// @return false when it is another's. @errors Storage
    Result<bool> goOn(Transaction& tx, const TicketId& ticket, std::int64_t nowMs) const;

    /// Gives such a ticket to people, with the case as the agents leave it. Its reference, its subject and
    /// what was promised stay. @return false when it is not with the agents any more. @errors Storage
    Result<bool> handOver(Transaction& tx, const TicketRow& ticket) const;
};

} // namespace parley::server::store
