// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>

namespace parley::server::live {

/// What a customer's stream passes on: where the event is a person's resolution, it is marked as read before
/// it goes out, so that whoever undoes the resolution knows what cannot be taken back; and where it was taken
/// back while the event was on its way, the event comes out without it, under the same number.
/// @errors Storage: nothing may be passed on
boost::asio::awaitable<Result<FeedItem>> markedRead(store::Database& database,
                                                    TenantId tenant,
                                                    ConversationId conversation,
                                                    FeedItem item,
                                                    std::int64_t nowMs);

} // namespace parley::server::live
