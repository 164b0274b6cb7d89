// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/secret.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::server::identity {

/// How long a resume token continues a customer's conversation.
inline constexpr std::int64_t kResumeLifetimeMs = 30LL * 24 * 60 * 60 * 1000;

/// A new resume token and what is stored of it.
struct ResumeToken {
    security::Secret token;
    /// As resumeTokenHash gives it.
    std::string hash;
};

/// 256 unpredictable bits. They name no tenant: the widget's public key does.
ResumeToken newResumeToken();

/// SHA-256 in hex. The token is unpredictable, so nothing slower is needed.
std::string resumeTokenHash(std::string_view token);

/// Whether `userHash` is hex HMAC-SHA256(identity secret, user id + "\n" + user e-mail), compared in constant
/// time. An empty secret or hash verifies nobody.
bool isVerifiedUser(const security::Secret& identitySecret,
                    std::string_view userId,
                    std::string_view userEmail,
                    std::string_view userHash);

} // namespace parley::server::identity
