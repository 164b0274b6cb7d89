// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/revocation_list.h"
#include "server/identity/tenant_directory.h"
#include "server/security/jwt.h"
#include "server/security/verified_token_cache.h"
#include "shared/core/clock.h"

#include <string_view>

namespace parley::server::identity {

/// Says who a bearer token speaks for. Touches no database: the signature is remembered for a minute, and
/// whether the bearer may still act is looked up in memory each time. Any thread.
class TokenAuthenticator {
public:
    TokenAuthenticator(const security::SigningKeys& keys,
                       const RevocationList& revocations,
                       const TenantDirectory& tenants,
                       const Clock& clock);

    /// @errors Unauthenticated not ours, lapsed, revoked, or its user, api client or tenant is gone; always
    /// the same
    ///         message
    Result<security::Principal> authenticate(std::string_view token);

    /// Whether an open link's bearer may go on. @errors Unauthenticated
    [[nodiscard]] Result<void> check(const security::Principal& principal) const;

private:
    Result<security::Principal> read(std::string_view token, std::int64_t nowMs);

    const security::SigningKeys& m_keys;
    const RevocationList& m_revocations;
    const TenantDirectory& m_tenants;
    const Clock& m_clock;
    security::VerifiedTokenCache m_verified;
};

} // namespace parley::server::identity
