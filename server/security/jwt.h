// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/rsa_key.h"
#include "server/security/snapshot.h"
#include "shared/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::security {

/// Longest token that is looked at.
inline constexpr std::size_t kMaxTokenBytes = 8 * 1024;
/// How far another node's clock may be ahead: allowed for `nbf` and `iat`, never for `exp`.
inline constexpr std::int64_t kClockSkewMs = 5'000;

/// Signs and verifies the daemon's own access tokens: RS256 and nothing else. One key signs; older ones still
/// verify until the tokens they signed have lapsed.
///
/// Verification chooses nothing by what a token says: `alg` is compared to "RS256", `typ` to "JWT", `kid`
/// picks among the keys held here, and any other header member (jwk, jku, x5u, crit, …) refuses the token.
/// Any thread; the keys are read through a snapshot.
/// @source RFC 7515, 7519, 8725
class SigningKeys {
public:
    /// @param key  must be able to sign
    SigningKeys(RsaKey key, std::string issuer, std::string audience);

    /// Signs with `next` from now on. @param keepUntilMs  when the last token of the key before it has lapsed
    void rotate(RsaKey next, std::int64_t keepUntilMs);
    /// Accepts another node's key. @param untilMs  after this its tokens are refused
    void addVerification(RsaKey key, std::int64_t untilMs = std::numeric_limits<std::int64_t>::max());
    /// Forgets keys whose time has passed.
    void dropExpired(std::int64_t nowMs);

    /// @param claims  an object; `iss` and `aud` are set here, `exp` (and `sub`) must be there, seconds since
    /// 1970
    [[nodiscard]] std::string sign(nlohmann::json claims) const;

    /// @return the claims @errors Unauthenticated whatever is wrong; the message is always the same, `detail`
    /// says why
    [[nodiscard]] Result<nlohmann::json> verify(std::string_view token, std::int64_t nowMs) const;

    /// RFC 7517: the public halves of all keys in force.
    [[nodiscard]] nlohmann::json jwks(std::int64_t nowMs) const;
    [[nodiscard]] std::string currentKid() const;

private:
    struct Held {
        RsaKey key;
        std::int64_t untilMs;
    };
    /// The first one signs.
    using Keys = std::vector<Held>;

    const std::string m_issuer;
    const std::string m_audience;
    Snapshot<Keys> m_keys;
    std::mutex m_change;
};

} // namespace parley::server::security
