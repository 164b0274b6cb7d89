// SPDX-License-Identifier: MIT
#include "server/api/account_handlers.h"
#include "server/api/decode.h"
#include "server/api/form_fields.h"
#include "server/api/routes.h"
#include "server/store/database.h"
#include "server/store/user_repository.h"
#include "shared/core/features.h"
#include "shared/core/version.h"

#include <nlohmann/json.hpp>

#include <array>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

nlohmann::json userView(const store::UserRow& user)
{
    return {{"id", user.id.value},
            {"email", user.email},
            {"display_name", user.displayName},
            {"role", user.role},
            {"tenant_id", user.tenant.isEmpty() ? nlohmann::json() : nlohmann::json(user.tenant.value)}};
}

nlohmann::json tokenView(const identity::IssuedTokens& tokens)
{
    nlohmann::json json = {{"access_token", tokens.accessToken},
                           {"token_type", "Bearer"},
                           {"expires_in", tokens.expiresIn.count()}};
    if (!tokens.refreshToken.isEmpty()) {
        json["refresh_token"] = tokens.refreshToken.reveal();
    }
    if (tokens.user) {
        json["user"] = userView(*tokens.user);
    } else {
        json["user"] = {{"id", tokens.principal.subject},
                        {"email", nullptr},
                        {"display_name", nullptr},
                        {"role", security::roleName(tokens.principal.role)},
                        {"tenant_id", tokens.principal.tenant.value}};
    }
    return json;
}

} // namespace

void SignInHandlers::addRoutes(edge::Router& router)
{
    const auto token = [this](RequestContext& request) { return this->token(request); };
    router.add(publicRoute(Method::Post,
                           "/oauth/token",
                           {"Signs in, by password, client credentials or refresh token",
                            "Sign-in",
                            "TokenRequest",
                            "Token",
                            200,
                            {}},
                           token));
    const auto keys = [this](RequestContext&) -> Answer {
        Response response = Response::json(200, m_services.keys.jwks(m_services.clock.nowMs()));
        response.headers.set("Cache-Control", "public, max-age=300");
        co_return response;
    };
    router.add(publicRoute(Method::Get,
                           "/.well-known/jwks.json",
                           {"The keys that access tokens verify with", "Sign-in", "", "Jwks", 200, {}},
                           keys));
    auto revoke = makeRoute(Method::Post,
                            "/oauth/revoke",
                            security::Permission::SignedIn,
                            {"Signs out: ends this token's family", "Sign-in", "", "", 204, {}},
                            [this](RequestContext& request) { return this->revoke(request); });
    revoke.tenant = edge::TenantRule::None;
    router.add(std::move(revoke));
    auto me = makeRoute(Method::Get,
                        "/me",
                        security::Permission::SignedIn,
                        {"Who the token belongs to and what it may do", "Sign-in", "", "Me", 200, {}},
                        [this](RequestContext& request) { return this->me(request); });
    me.tenant = edge::TenantRule::Optional;
    router.add(std::move(me));
}

SignInHandlers::Answer SignInHandlers::token(RequestContext& request)
{
    auto body =
        isFormEncoded(request)
            ? formFields(
                  request,
                  {"grant_type", "username", "password", "client_id", "client_secret", "refresh_token"})
            : request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const std::string grant = fields.text("grant_type", 1, 64);
    const std::string username = fields.optionalText("username", 254);
    security::Secret password(fields.optionalText("password", 256));
    const std::string client = fields.optionalText("client_id", 128);
    security::Secret clientSecret(fields.optionalText("client_secret", 256));
    security::Secret refresh(fields.optionalText("refresh_token", 256));
    if (!grant.empty() && grant != "password" && grant != "client_credentials" && grant != "refresh_token") {
        fields.fault("grant_type", "must be one of: password, client_credentials, refresh_token");
    }
    if (grant == "password" && username.empty()) {
        fields.fault("username", "is required");
    }
    if (grant == "password" && password.isEmpty()) {
        fields.fault("password", "is required");
    }
    if (grant == "client_credentials" && (client.empty() || clientSecret.isEmpty())) {
        fields.fault(client.empty() ? "client_id" : "client_secret", "is required");
    }
    if (grant == "refresh_token" && refresh.isEmpty()) {
        fields.fault("refresh_token", "is required");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    identity::SignIn& signIn = m_services.signIn;
    const std::string& peer = request.request.peer;
    auto issued = grant == "password" ? signIn.password(username, std::move(password), peer)
                  : grant == "client_credentials"
                      ? signIn.clientCredentials(client, std::move(clientSecret), peer)
                      : signIn.refresh(std::move(refresh), peer);
    auto tokens = co_await std::move(issued);
    if (!tokens) {
        co_return fail(std::move(tokens).error());
    }
    Response response = Response::json(200, tokenView(*tokens));
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

SignInHandlers::Answer SignInHandlers::revoke(RequestContext& request)
{
    auto revoked = co_await m_services.signIn.revoke(request.principal);
    if (!revoked) {
        co_return fail(std::move(revoked).error());
    }
    co_return Response::empty(204);
}

SignInHandlers::Answer SignInHandlers::me(RequestContext& request)
{
    const security::Principal& principal = request.principal;
    nlohmann::json user = {{"id", principal.subject},
                           {"email", nullptr},
                           {"display_name", nullptr},
                           {"role", security::roleName(principal.role)},
                           {"tenant_id", nullptr}};
    if (!principal.tenant.isEmpty()) {
        user["tenant_id"] = principal.tenant.value;
    }
    const bool isPerson = principal.role == security::Role::Admin ||
                          principal.role == security::Role::TenantUser ||
                          principal.role == security::Role::Supporter;
    if (isPerson) {
        UserId id{principal.subject};
        auto job = [&](store::ReadTransaction& tx) { return store::UserRepository().find(tx, id); };
        auto scope = store::Scope::platform();
        auto row = co_await m_services.database.read(scope, job);
        if (!row) {
            co_return fail(std::move(row).error());
        }
        if (*row) {
            user = userView(**row);
        }
    }
    nlohmann::json permissions = nlohmann::json::array();
    for (const security::Permission permission : security::allPermissions()) {
        if (principal.may(permission)) {
            permissions.push_back(security::permissionName(permission));
        }
    }
    nlohmann::json body = user;
    body["user"] = user;
    body["tenant"] = nullptr;
    if (!request.tenant.isEmpty()) {
        if (const auto tenant = m_services.directory.find(request.tenant)) {
            body["tenant"] = {{"id", tenant->row.id.value},
                              {"slug", tenant->row.slug},
                              {"name", tenant->row.name}};
        }
    }
    body["permissions"] = std::move(permissions);
    body["protocol"] = kProtocolVersion;
    body["version"] = kVersion;
    body["features"] = kFeatures;
    co_return Response::json(200, body);
}

} // namespace parley::server::api
