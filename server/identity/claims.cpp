// SPDX-License-Identifier: MIT
#include "server/identity/claims.h"

#include <nlohmann/json.hpp>

#include <array>

namespace parley::server::identity {

using security::Principal;
using security::Role;
using security::Scope;
using security::ScopeSet;

namespace {

/// The text of a claim; empty when it is not there or no text.
std::string textClaim(const nlohmann::json& claims, const char* name)
{
    const auto found = claims.find(name);
    return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t numberClaim(const nlohmann::json& claims, const char* name)
{
    const auto found = claims.find(name);
    return found != claims.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

bool flagClaim(const nlohmann::json& claims, const char* name)
{
    const auto found = claims.find(name);
    return found != claims.end() && found->is_boolean() && found->get<bool>();
}

/// Whether everything is there that the role's rights rest on.
bool isComplete(const Principal& principal)
{
    if (principal.subject.empty() || principal.family.empty() || principal.role == Role::Anonymous) {
        return false;
    }
    if ((principal.role == Role::Admin) != principal.tenant.isEmpty()) {
        return false;
    }
    return (principal.role == Role::ChatUser) == !principal.conversation.isEmpty();
}

} // namespace

std::string scopesText(ScopeSet scopes)
{
    std::string text;
    for (const Scope scope : std::array{Scope::Chat, Scope::Read, Scope::Manage}) {
        if (scopes.has(scope)) {
            text += text.empty() ? "" : " ";
            text += security::scopeName(scope);
        }
    }
    return text;
}

ScopeSet scopesFromText(std::string_view text)
{
    ScopeSet scopes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (const auto scope = security::scopeFromName(text.substr(0, end))) {
            scopes.add(*scope);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return scopes;
}

nlohmann::json claimsOf(const Principal& principal, std::int64_t nowMs)
{
    nlohmann::json claims{{"sub", principal.subject},
                          {"role", security::roleName(principal.role)},
                          {"sid", principal.family},
                          {"iat", nowMs / 1000},
                          {"exp", principal.expiresMs / 1000}};
    if (!principal.tenant.isEmpty()) {
        claims["tenant"] = principal.tenant.value;
    }
    if (!principal.conversation.isEmpty()) {
        claims["conversation"] = principal.conversation.value;
    }
    if (principal.isVerified) {
        claims["verified"] = true;
    }
    if (principal.role == Role::ApiClient) {
        claims["scopes"] = scopesText(principal.scopes);
        claims["rpm"] = principal.requestsPerMinute;
    }
    if (principal.version != 0) {
        claims["ver"] = principal.version;
    }
    return claims;
}

Result<Principal> principalOf(const nlohmann::json& claims)
{
    Principal principal;
    principal.role = security::roleFromName(textClaim(claims, "role")).value_or(Role::Anonymous);
    principal.subject = textClaim(claims, "sub");
    principal.tenant.value = textClaim(claims, "tenant");
    principal.family = textClaim(claims, "sid");
    principal.conversation.value = textClaim(claims, "conversation");
    principal.isVerified = flagClaim(claims, "verified");
    principal.scopes = scopesFromText(textClaim(claims, "scopes"));
    principal.requestsPerMinute = static_cast<int>(numberClaim(claims, "rpm"));
    principal.expiresMs = numberClaim(claims, "exp") * 1000;
    principal.version = numberClaim(claims, "ver");
    if (!isComplete(principal)) {
        return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: claims");
    }
    return principal;
}

} // namespace parley::server::identity
