// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"
#include "server/store/database.h"
#include "shared/protocol/turn.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>

namespace parley::server::live {

/// Whether the event is a person's resolution, so that markedRead() has something to do.
bool isResolution(const FeedItem& item);

/// What a stream that may reach a customer passes on: where the event is a person's resolution, it is marked
/// as read before it goes out, so that whoever undoes the resolution knows what cannot be taken back; and
/// where it was taken back while the event was on its way, the event comes out as it is stored now, under the
/// same number, or without data where it is not kept. @param audience  whose numbers the items have
/// @errors Storage: nothing may be passed on
boost::asio::awaitable<Result<FeedItem>> markedRead(store::Database& database,
                                                    TenantId tenant,
                                                    ConversationId conversation,
                                                    FeedItem item,
                                                    proto::Audience audience,
                                                    std::int64_t nowMs);

} // namespace parley::server::live
