// SPDX-License-Identifier: MIT
#include "server/identity/token_authenticator.h"

#include "server/identity/claims.h"

#include <nlohmann/json.hpp>

namespace parley::server::identity {

using security::Principal;

TokenAuthenticator::TokenAuthenticator(const security::SigningKeys& keys,
                                       const RevocationList& revocations,
                                       const TenantDirectory& tenants,
                                       const Clock& clock)
    : m_keys(keys), m_revocations(revocations), m_tenants(tenants), m_clock(clock)
{}

Result<Principal> TokenAuthenticator::read(std::string_view token, std::int64_t nowMs)
{
    if (const auto known = m_verified.find(token, nowMs)) {
        return *known;
    }
    const auto claims = m_keys.verify(token, nowMs);
    if (!claims) {
        return fail(claims.error());
    }
    auto principal = principalOf(*claims);
    if (principal) {
        m_verified.remember(token, *principal, nowMs);
    }
    return principal;
}

Result<Principal> TokenAuthenticator::authenticate(std::string_view token)
{
    // Longer ones are refused before anything is computed from them.
    if (token.size() > security::kMaxTokenBytes) {
        return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: too long");
    }
    auto principal = read(token, m_clock.nowMs());
    if (!principal) {
        return principal;
    }
    if (auto checked = check(*principal); !checked) {
        return fail(std::move(checked).error());
    }
    m_revocations.bringUpToDate(*principal);
    return principal;
}

Result<void> TokenAuthenticator::check(const Principal& principal) const
{
    if (m_clock.nowMs() >= principal.expiresMs) {
        return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: expired");
    }
    if (m_revocations.isRefused(principal)) {
        return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: revoked");
    }
    if (!principal.tenant.isEmpty() && m_tenants.find(principal.tenant) == nullptr) {
        return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: no such tenant");
    }
    return {};
}

} // namespace parley::server::identity
