// SPDX-License-Identifier: MIT
#pragma once

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
};

/// Takes in what supporters write. @thread I/O
class SupporterMessages {
public:
    explicit SupporterMessages(Services& services) : m_services(services) {}

    /// @errors InvalidArgument the text; NotFound; Conflict somebody else holds the conversation (a note may
    /// be written by anyone), or (`newer_message`) the customer wrote after what the writer had seen; Storage
    boost::asio::awaitable<Result<store::MessageRow>> write(SupporterMessage message);

private:
    Result<store::MessageRow> writeIn(store::Transaction& tx, const SupporterMessage& message) const;

    Result<void> checkStill(store::Transaction& tx, const SupporterMessage& message) const;

    Services& m_services;
};

} // namespace parley::server::desk
