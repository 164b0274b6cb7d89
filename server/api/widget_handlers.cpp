// SPDX-License-Identifier: MIT
#include "server/api/widget_handlers.h"

#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"
#include "server/channels/plain_kinds.h"
#include "server/desk/views.h"
#include "server/identity/customer_identity.h"
#include "server/security/digest.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

constexpr std::size_t kMaxMetadataBytes = 4096;

Error unknownKey()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no widget with this key.";
    return error;
}

/// Where the tenant's site must say who its visitors are.
Result<void> checkNamed(const std::string& userId, const std::string& hash)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "This organisation talks to signed-in customers only.";
    if (userId.empty()) {
        error.fields.push_back({"user_id", "is required"});
    }
    if (hash.empty()) {
        error.fields.push_back({"user_hash", "is required"});
    }
    return error.fields.empty() ? Result<void>() : Result<void>(fail(std::move(error)));
}

} // namespace

WidgetHandlers::WidgetHandlers(desk::Sessions& sessions,
                               const identity::TenantDirectory& tenants,
                               const identity::Tenants& secrets,
                               identity::SignIn& signIn,
                               desk::WidgetSettings& settings,
                               channels::ChannelBook& channels)
    : m_sessions(sessions),
      m_tenants(tenants),
      m_secrets(secrets),
      m_signIn(signIn),
      m_settings(settings),
      m_channels(channels)
{}

void WidgetHandlers::addRoutes(edge::Router& router)
{
    router.add(
        publicRoute(edge::Method::Get,
                    "/widget/{public_key}/config",
                    {"How the widget looks and what it says first", "Widget", "", "WidgetConfig", 200, {}},
                    [this](edge::RequestContext& request) { return config(request); }));
    router.add(
        publicRoute(edge::Method::Post,
                    "/widget/{public_key}/session",
                    {"Opens or continues a chat", "Widget", "SessionRequest", "WidgetSession", 200, {}},
                    [this](edge::RequestContext& request) { return open(request); }));
}

boost::asio::awaitable<Result<edge::Response>> WidgetHandlers::config(edge::RequestContext& request)
{
    const auto tenant = m_tenants.findByPublicKey(request.pathParameter("public_key"));
    if (!tenant) {
        co_return fail(unknownKey());
    }
    auto settings = co_await m_settings.get(tenant->row.id, tenant->row.name);
    if (!settings) {
        co_return fail(std::move(settings).error());
    }
    const std::string body = settings->dump();
    const std::string tag = "\"" + security::digestHex(security::sha256(body)).substr(0, 32) + "\"";
    edge::Response response = request.request.headers.get("if-none-match") == tag
                                  ? edge::Response::empty(304)
                                  : edge::Response::text(200, body, "application/json");
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", "no-cache");
    co_return response;
}

Result<bool> WidgetHandlers::verify(const identity::TenantRecord& tenant,
                                    const std::string& userId,
                                    const std::string& email,
                                    const std::string& hash) const
{
    if (hash.empty()) {
        return false;
    }
    auto secret = m_secrets.identitySecret(tenant);
    if (!secret) {
        return fail(ErrorCode::Internal, "The identity secret cannot be read.", secret.error().detail);
    }
    if (!identity::isVerifiedUser(*secret, userId, email, hash)) {
        return failField("user_hash", "does not match user_id and user_email");
    }
    return true;
}

boost::asio::awaitable<Result<edge::Response>> WidgetHandlers::open(edge::RequestContext& request)
{
    const auto tenant = m_tenants.findByPublicKey(request.pathParameter("public_key"));
    if (!tenant) {
        co_return fail(unknownKey());
    }
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    desk::OpenSession opening;
    opening.tenant = tenant->row.id;
    opening.userId = fields.optionalText("user_id", 255);
    opening.email = fields.optionalEmail("user_email");
    opening.locale = fields.optionalText("locale", 35);
    opening.resumeToken = fields.optionalText("resume_token", 128);
    opening.metadata = fields.optionalObject("metadata", kMaxMetadataBytes);
    const std::string hash = fields.optionalText("user_hash", 128);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (auto on = co_await m_channels.checkOn(tenant->row.id, channels::kWebChannel); !on) {
        co_return fail(std::move(on).error());
    }
    auto settings = co_await m_settings.get(tenant->row.id, tenant->row.name);
    if (!settings) {
        co_return fail(std::move(settings).error());
    }
    if (settings->value("identity", "") == "required") {
        if (auto named = checkNamed(opening.userId, hash); !named) {
            co_return fail(std::move(named).error());
        }
    }
    auto verified = verify(*tenant, opening.userId, opening.email, hash);
    if (!verified) {
        co_return fail(std::move(verified).error());
    }
    opening.isVerified = *verified;
    // An address alone names nobody whose conversations could be found.
    const bool isProven = *verified && !opening.userId.empty();
    auto session = co_await m_sessions.open(std::move(opening));
    if (!session) {
        co_return fail(std::move(session).error());
    }

    nlohmann::json messages = nlohmann::json::array();
    for (const store::MessageRow& message : session->messages) {
        messages.push_back(desk::messageView(message, proto::Audience::Customer));
    }
    const nlohmann::json answer = {{"session_id", session->conversation.id.value},
                                   {"token",
                                    m_signIn.issueCustomerToken(tenant->row.id,
                                                                session->conversation.customer,
                                                                session->conversation.id,
                                                                isProven)},
                                   {"resume_token", session->resumeToken},
                                   {"status", session->conversation.status},
                                   {"last_seq", session->conversation.customerSeq},
                                   {"messages", std::move(messages)}};
    edge::Response response = edge::Response::json(200, answer);
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

} // namespace parley::server::api
