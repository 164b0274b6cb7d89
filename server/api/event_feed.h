// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/response.h"
#include "server/identity/token_authenticator.h"
#include "server/live/hub.h"
#include "server/security/principal.h"

namespace parley::server::store {
class Database;
}

namespace parley::server::api {

/// Whose feed of which conversation, from where on.
struct FeedRequest {
    TenantId tenant;
    ConversationId conversation;
    security::Principal principal;
    /// The last number the reader has.
    std::int64_t after = 0;
};

/// The answer to GET /chat/events: what was missed, then what happens, with `id:` the event's number. Ends
/// when the client goes, or within two seconds after its token was revoked. @thread the connection's I/O
/// thread
edge::Response feedResponse(live::Hub& hub,
                            store::Database& database,
                            const identity::TokenAuthenticator& authenticator,
                            FeedRequest request);

} // namespace parley::server::api
