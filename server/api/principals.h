// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/edge/request_context.h"
#include "server/edge/response.h"
#include "server/edge/router.h"
#include "server/identity/audit.h"
#include "shared/protocol/turn.h"

#include <string>

namespace parley::server::api {

/// What a turn shows: a customer reads no confidence and no trace, a machine client does.
inline proto::Audience turnAudience(const security::Principal& principal)
{
    return principal.role == security::Role::ChatUser ? proto::Audience::Customer : proto::Audience::Operator;
}

/// What a conversation shows: its customer, and a machine client that only chats, see the customer's side.
inline proto::Audience audienceOf(const security::Principal& principal)
{
    return principal.may(security::Permission::DeskRead) ? proto::Audience::Operator
                                                         : proto::Audience::Customer;
}

/// A customer may reach the conversation of the token alone, a machine client that only chats those it began.
/// @errors NotFound for any other, as if it were not there
inline Result<void> checkOwn(const security::Principal& principal, const store::ConversationRow& conversation)
{
    const bool isDesk = principal.may(security::Permission::DeskRead);
    const bool isOwn = principal.role == security::Role::ChatUser
                           ? principal.conversation == conversation.id
                           : principal.subject == conversation.apiClient;
    if (!isDesk && !isOwn) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    return {};
}

/// Who asks, as the audit trail names him.
inline identity::Actor actorOf(const edge::RequestContext& request)
{
    return identity::Actor{request.principal, request.requestId, request.request.peer};
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

/// One page of a list that is ordered by id. @param view  makes the JSON of a row, with its "id"; @param
/// limit how many were asked for: a full page has a cursor to go on from
template <class Rows, class View>
edge::Response pageResponse(const Rows& rows, View view, int limit)
{
    nlohmann::json items = nlohmann::json::array();
    std::string last;
    for (const auto& row : rows) {
        items.push_back(view(row));
        last = items.back().at("id").template get<std::string>();
    }
    return listResponse(std::move(items),
                        rows.size() == static_cast<std::size_t>(limit) ? last : std::string());
}

} // namespace parley::server::api
