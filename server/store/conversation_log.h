// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parley::server::store {

/// One message of a conversation. `citations` and `attachments` are JSON arrays or empty.
struct MessageRow {
    MessageId id;
    ConversationId conversation;
    /// Number among all events of the conversation, from 1, without gaps.
    std::int64_t seq = 0;
    /// Number among the events a customer may see; empty for what the customer never sees.
    std::optional<std::int64_t> customerSeq;
    std::string sender;
    std::string authorId;
    std::string authorName;
    std::string kind;
    std::string text;
    std::string citations;
    std::string attachments;
    std::string delivery;
    RunId run;
    /// What made this message, once: "<run>:deliver", "<principal>:<idempotency key>". Unique in the tenant.
    std::string effectKey;
    /// SHA-256 of the request that an Idempotency-Key came with.
    std::string bodyHash;
    std::int64_t createdMs = 0;
    /// When a person's answer was passed on to its customer; kept of resolutions alone.
    std::optional<std::int64_t> readMs;
};

/// One entry of a conversation's log. `ref` names what it tells of (a message, a ticket); `payload` is JSON
/// or empty.
struct EventRow {
    ConversationId conversation;
    std::int64_t seq = 0;
    std::optional<std::int64_t> customerSeq;
    std::string type;
    std::string ref;
    std::string payload;
    std::int64_t createdMs = 0;
};

/// An event with the message it tells of, if it does.
struct LoggedEvent {
    EventRow event;
    std::optional<MessageRow> message;
};

/// Messages and events of conversations: an append-only log, numbered without gaps. The numbers come from the
/// conversation's own row, whose lock orders concurrent writers. @thread database worker
class ConversationLog {
public:
    /// The conversation as appending left it.
    struct Appended {
        std::int64_t seq = 0;
        std::int64_t customerSeq = 0;
        std::string status;
        std::string customerId;
        std::string locale;
        /// What the agents asked and wait for: JSON, or empty.
        std::string awaiting;
    };

    /// Numbers and inserts the message and its `message.created` event. Fills seq, and customerSeq unless it
    /// is a note.
    /// @errors NotFound no such conversation; Conflict the effect key was there; Storage
    Result<Appended> appendMessage(Transaction& tx, MessageRow& message) const;

    /// The same for a customer's message and the agents' reply to it, one after the other.
    /// @return as the reply left the conversation. @errors as above
    Result<Appended> appendExchange(Transaction& tx, MessageRow& question, MessageRow& reply) const;

    /// Numbers and inserts an event. @param forCustomer  whether the customer may see it
    /// @errors NotFound no such conversation; Storage
    Result<Appended> appendEvent(Transaction& tx, EventRow& event, bool forCustomer) const;

    /// The message an effect made, if it was made. @errors Storage
    Result<std::optional<MessageRow>> findByEffect(ReadTransaction& tx, const std::string& effectKey) const;

    Result<std::optional<MessageRow>> findMessage(ReadTransaction& tx, const MessageId& id) const;

    /// The newest `limit` messages in order. @param forCustomer  without notes. @errors Storage
    Result<std::vector<MessageRow>>
    messages(ReadTransaction& tx, const ConversationId& conversation, bool forCustomer, int limit) const;

    /// Events after a number, in order. @param forCustomer  numbers are customer numbers, hidden events are
    /// left out
    /// @errors Storage
    Result<std::vector<LoggedEvent>> eventsAfter(ReadTransaction& tx,
                                                 const ConversationId& conversation,
                                                 std::int64_t after,
                                                 bool forCustomer,
                                                 int limit) const;

    /// Notes that the customer got the resolutions up to a number of his counter. @return how many were new
    /// to him. @errors Storage
    Result<std::int64_t> markRead(Transaction& tx,
                                  const ConversationId& conversation,
                                  std::int64_t throughCustomerSeq,
                                  std::int64_t nowMs) const;

    /// Takes a resolution back that its customer has not got: it stays as a note for operators, and its event
    /// keeps its numbers as `message.retracted`. @return false when the customer has it: nothing changed.
    /// @errors Storage
    Result<bool> retract(Transaction& tx, const MessageRow& message) const;

    /// Forgets the Idempotency-Keys that customers' messages came with before a time. @errors Storage
    Result<void> forgetKeys(Transaction& tx, std::int64_t beforeMs) const;

private:
    enum class Spoke : std::int64_t;

    static Spoke spokeOf(const MessageRow& message);
    /// @param count  entries of the log that are numbered; the last one's number is returned
    Result<Appended> nextNumber(Transaction& tx,
                                const ConversationId& conversation,
                                std::int64_t count,
                                bool forCustomer,
                                std::int64_t nowMs,
                                const std::string& preview,
                                Spoke spoke) const;
    /// One or two numbered messages with their events.
    Result<void> insertMessages(Transaction& tx, std::span<const MessageRow* const> messages) const;
    Result<void> insertEvent(Transaction& tx, const EventRow& event) const;
};

} // namespace parley::server::store
