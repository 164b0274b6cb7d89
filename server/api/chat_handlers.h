// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_book.h"
#include "server/desk/handoff.h"
#include "server/desk/intake.h"
#include "server/desk/sessions.h"
#include "server/edge/router.h"
#include "server/identity/tenant_directory.h"
#include "server/identity/token_authenticator.h"
#include "server/live/hub.h"
#include "server/pipeline/quick_answers.h"
#include "server/pipeline/turns.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What the chat routes stand on.
struct ChatServices {
    desk::Sessions& sessions;
    desk::Intake& intake;
    desk::Handoff& handoff;
    pipeline::Turns& turns;
    pipeline::QuickAnswers& quick;
    live::Hub& hub;
    store::Database& database;
    const identity::TenantDirectory& tenants;
    const identity::TokenAuthenticator& authenticator;
    channels::ChannelBook& channels;
    /// After which a turn ends as a bridge; requests wait a little longer, so that the bridge reaches them.
    std::chrono::milliseconds turnTimeout;
};

/// `/chat/*`: messages in, answers and events out. @thread I/O
class ChatHandlers {
public:
    explicit ChatHandlers(ChatServices services) : m_services(services) {}

    void addRoutes(edge::Router& router);

private:
    /// Whether a machine client may begin a conversation by naming a user.
    enum class Begin { Yes, No };
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer message(edge::RequestContext& request);
    Answer stream(edge::RequestContext& request);
    Answer events(edge::RequestContext& request);
    Answer email(edge::RequestContext& request);
    Answer escalate(edge::RequestContext& request);
    Answer typing(edge::RequestContext& request);
    Answer feedback(edge::RequestContext& request);
    /// The message of a request, for the conversation that it may write to. @errors InvalidArgument; NotFound
    boost::asio::awaitable<Result<desk::InboundMessage>> inbound(edge::RequestContext& request);
    /// The conversation a body names, or the token's. @errors NotFound not the caller's; InvalidArgument none
    /// named
    boost::asio::awaitable<Result<ConversationId>>
    conversationOf(edge::RequestContext& request, const nlohmann::json& body, Begin begin);

    ChatServices m_services;
};

} // namespace parley::server::api
