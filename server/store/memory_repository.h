// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// What a conversation came to, without personal details.
struct ConversationSummaryRow {
    ConversationId conversation;
    /// Number of the last event that was read for it: a conversation that went on since is read again.
    std::int64_t seq = 0;
    std::string question;
    /// answered, unanswered, waiting, resolved
    std::string outcome;
    std::string resolution;
    /// Of its newest ticket; empty: there was none.
    std::string reference;
    std::int64_t updatedMs = 0;
};

/// One conversation of a customer, with what is kept of it.
struct RememberedConversation {
    ConversationId id;
    std::string channel;
    std::int64_t eventSeq = 0;
    std::int64_t lastMs = 0;
    std::optional<ConversationSummaryRow> summary;
};

/// What was said in a conversation to or by its customer; never a note.
struct SaidRow {
    ConversationId conversation;
    /// user, agent, supporter
    std::string sender;
    /// text, resolution
    std::string kind;
    std::string text;
    std::int64_t createdMs = 0;
};

/// The newest ticket of a conversation.
struct RememberedTicket {
    std::string reference;
    std::string status;
};

/// What is remembered of conversations. Nothing here asks who wants to know: whoever calls has made sure that
/// the customer is proven. @thread database worker
class MemoryRepository {
public:
    /// The customer's conversations but one, newest first. @errors Storage
    Result<std::vector<RememberedConversation>> conversations(ReadTransaction& tx,
                                                              const CustomerId& customer,
                                                              const ConversationId& except,
                                                              int limit) const;

    /// The newest `limit` texts of one conversation, oldest first. @param before  a message: only what was
    /// said before it; empty: all @errors Storage
    Result<std::vector<SaidRow>>
    said(ReadTransaction& tx, const ConversationId& conversation, const MessageId& before, int limit) const;

    /// The first `limit` texts of its customer, oldest first. @errors Storage
    Result<std::vector<SaidRow>>
    asked(ReadTransaction& tx, const ConversationId& conversation, int limit) const;

    /// The newest `limit` texts of the customer's conversations but one, newest first. @errors Storage
    Result<std::vector<SaidRow>> saidElsewhere(ReadTransaction& tx,
                                               const CustomerId& customer,
                                               const ConversationId& except,
                                               int limit) const;

    /// @errors Storage
    Result<std::optional<RememberedTicket>> newestTicket(ReadTransaction& tx,
                                                         const ConversationId& conversation) const;

    /// Keeps a summary unless a newer one is there or the conversation has gone. @errors Storage
    Result<void> put(Transaction& tx, const ConversationSummaryRow& row) const;
};

} // namespace parley::server::store
