// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/edge/request_context.h"
#include "server/edge/response.h"
#include "server/edge/router.h"
#include "shared/protocol/turn.h"

#include <string>

namespace parley::server::api {

/// A customer sees the customer's side of things, everybody else the desk's.
inline proto::Audience audienceOf(const security::Principal& principal)
{
    return principal.role == security::Role::ChatUser ? proto::Audience::Customer : proto::Audience::Operator;
}

/// A customer may reach the conversation of the token alone. @errors NotFound for any other, as if it were
/// not there
inline Result<void> checkOwnConversation(const security::Principal& principal,
                                         const std::string& conversation)
{
    if (principal.role == security::Role::ChatUser && principal.conversation.value != conversation) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    return {};
}

/// `{"items": [...], "next_cursor": …}`
inline edge::Response listResponse(nlohmann::json items, const std::string& nextCursor)
{
    nlohmann::json body = {{"items", std::move(items)}, {"next_cursor", nullptr}};
    if (!nextCursor.empty()) {
        body["next_cursor"] = nextCursor;
    }
    return edge::Response::json(200, body);
}

} // namespace parley::server::api
