// SPDX-License-Identifier: MIT
#include "server/identity/customer_identity.h"

#include "server/security/digest.h"
#include "server/security/random.h"
#include "shared/core/text.h"

namespace parley::server::identity {

ResumeToken newResumeToken()
{
    std::string token = security::randomToken();
    std::string hash = resumeTokenHash(token);
    return {security::Secret::taking(std::move(token)), std::move(hash)};
}

std::string resumeTokenHash(std::string_view token)
{
    return security::digestHex(security::sha256(token));
}

bool isVerifiedUser(const security::Secret& identitySecret,
                    std::string_view userId,
                    std::string_view userEmail,
                    std::string_view userHash)
{
    if (identitySecret.isEmpty() || userHash.empty()) {
        return false;
    }
    const std::string signedText = std::string(userId) + "\n" + std::string(userEmail);
    const auto expected = security::digestHex(security::hmacSha256(identitySecret.reveal(), signedText));
    return security::constantTimeEquals(asciiLower(userHash), expected);
}

} // namespace parley::server::identity
