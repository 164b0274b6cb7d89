// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>

namespace parley::server::desk {

/// Longest text of one message, in code points.
inline constexpr std::size_t kMaxTextCodePoints = 8000;

/// A customer's message on its way in.
struct InboundMessage {
    TenantId tenant;
    ConversationId conversation;
    /// 1..8000 code points, valid UTF-8, no NUL.
    std::string text;
    /// "<principal>:<Idempotency-Key>", or empty.
    std::string effectKey;
    /// SHA-256 of the body the key came with.
    std::string bodyHash;
    /// Whoever sends it proved to be the conversation's customer.
    bool isVerified = false;
};

/// A message that is safe on the disk.
struct Accepted {
    store::MessageRow message;
    CustomerId customer;
    std::string status;
    std::string locale;
    /// The run that answers it; empty while a person owns the conversation.
    std::optional<RunId> run;
    /// The tenant's index version in the same snapshot: an older index is refreshed before it answers.
    std::int64_t indexVersion = 0;
    /// The tenant's configuration in the same snapshot, likewise.
    std::int64_t configVersion = 0;
    /// Of the tenant's answer cache in the same snapshot.
    std::int64_t cacheVersion = 0;
    /// What the agents had asked the customer: JSON, or empty.
    std::string awaiting;
    /// As the message came: who sent it proved to be the customer.
    bool isVerified = false;
    /// The same Idempotency-Key was here before; nothing new was written.
    bool isReplay = false;
};

/// Takes messages in: when `accept` returns, message, run and event are committed. @thread I/O
class Intake {
public:
    /// @param node  this process, as the lease of runs names it; @param leaseMs  how long a run may take
    /// before another process takes it over
    Intake(Services& services, std::string node, std::int64_t leaseMs);

    /// Writes a message together with its answer, where all is as the caller has foreseen: message and run
    /// are as they would be written, but for the message's number. May be run again, as any job of a
    /// transaction. @errors any: then nothing is written, and the message is not accepted
    /// @thread database worker
    using Exchange =
        std::function<Result<void>(store::Transaction&, store::MessageRow&, const store::RunRow&)>;

    /// @errors InvalidArgument text empty, too long or with NUL; NotFound no such conversation; Conflict the
    /// key was used with another body; Storage, Unavailable the database
    boost::asio::awaitable<Result<Accepted>> accept(InboundMessage inbound)
    {
        return accept(std::move(inbound), Exchange());
    }
    /// The same, but `exchange` writes the message, unless its Idempotency-Key was here before.
    /// @errors those of `exchange` too
    boost::asio::awaitable<Result<Accepted>> accept(InboundMessage inbound, Exchange exchange);

    /// The same in the caller's transaction. Of two with one key at the same moment one gets a Conflict
    /// without a `problem`: it may try again, and finds what the other wrote.
    /// @errors those of accept, but for the text, which is the caller's to check
    Result<Accepted> acceptIn(store::Transaction& tx, const InboundMessage& inbound) const
    {
        return acceptIn(tx, inbound, Exchange());
    }

private:
    Result<Accepted>
    acceptIn(store::Transaction& tx, const InboundMessage& inbound, const Exchange& exchange) const;
    /// As they would be written now.
    [[nodiscard]] store::MessageRow messageOf(const InboundMessage& inbound) const;
    [[nodiscard]] store::RunRow runOf(const store::MessageRow& message, bool isVerified) const;
    /// Writes `accepted.message`, and finds out what its conversation and tenant are like.
    Result<void> append(store::Transaction& tx, const InboundMessage& inbound, Accepted& accepted) const;
    Result<std::optional<Accepted>> replayOf(store::Transaction& tx, const InboundMessage& inbound) const;
    Result<void> reopen(store::Transaction& tx, const InboundMessage& inbound, std::int64_t nowMs) const;

    Services& m_services;
    std::string m_node;
    std::int64_t m_leaseMs;
};

/// Whether a customer's text can be taken. @errors InvalidArgument `text` empty, too long, with NUL or not
/// UTF-8
Result<void> checkMessageText(std::string_view text);

} // namespace parley::server::desk
