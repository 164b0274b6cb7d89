// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/mentions.h"
#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::desk {

/// What a person writes into a conversation.
struct SupporterMessage {
    TenantId tenant;
    ConversationId conversation;
    /// 1..8000 code points.
    std::string text;
    /// For colleagues alone; the customer never sees it.
    bool isNote = false;
    /// The last number the writer had seen: a newer message of the customer stops the sending, once. Empty:
    /// send whatever came.
    std::optional<std::int64_t> seenSeq;
    Actor actor;
    /// "<principal>:<Idempotency-Key>", or empty: what it made once is what it makes again, also after a
    /// crash between the message and its answer.
    std::string effectKey{};
    /// SHA-256 of the body the key came with.
    std::string bodyHash{};
};

/// What became of it.
struct WrittenMessage {
    store::MessageRow row;
    /// Whom a note names.
    std::vector<Mention> mentions;
};

/// Takes in what supporters write. Whom a note names is told so through the queue, in the transaction that
/// stores the note. @thread I/O
class SupporterMessages {
public:
    explicit SupporterMessages(Services& services) : m_services(services) {}

    /// @errors InvalidArgument the text; NotFound; Conflict somebody else holds the conversation (a note may
    /// be written by anyone), or (`newer_message`) the customer wrote after what the writer had seen, or the
    /// key was used with another body; Storage
    boost::asio::awaitable<Result<WrittenMessage>> write(SupporterMessage message);

private:
    Result<WrittenMessage> writeIn(store::Transaction& tx,
                                   const SupporterMessage& message,
                                   const std::vector<Mention>& mentions) const;
    Result<WrittenMessage> known(store::ReadTransaction& tx, store::MessageRow row) const;
    Result<void> announce(store::Transaction& tx,
                          const SupporterMessage& message,
                          const store::MessageRow& row,
                          const std::vector<Mention>& mentions) const;
    Result<std::optional<store::MessageRow>> replayOf(store::ReadTransaction& tx,
                                                      const SupporterMessage& message) const;

    Result<void> checkStill(store::Transaction& tx, const SupporterMessage& message) const;

    Services& m_services;
};

} // namespace parley::server::desk
