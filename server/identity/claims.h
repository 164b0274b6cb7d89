// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/principal.h"
#include "shared/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::server::identity {

/// `iss` and `aud` of Parley's access tokens.
inline constexpr std::string_view kTokenIssuer = "parley";
inline constexpr std::string_view kTokenAudience = "parley";

/// What an access token says of its bearer: sub, role, sid, iat, exp and, where they mean something, tenant,
/// conversation, verified, scopes, rpm, ver.
nlohmann::json claimsOf(const security::Principal& principal, std::int64_t nowMs);

/// The bearer of verified claims. @errors Unauthenticated a claim is missing or of the wrong type
Result<security::Principal> principalOf(const nlohmann::json& claims);

/// "chat read", in the order of the scopes' bits.
std::string scopesText(security::ScopeSet scopes);
/// Unknown names are left out.
security::ScopeSet scopesFromText(std::string_view text);

} // namespace parley::server::identity
