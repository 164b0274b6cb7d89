// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::security {

/// 32 bytes of SHA-256 or HMAC-SHA256.
using Digest = std::array<std::uint8_t, 32>;

/// @source FIPS 180-4
Digest sha256(std::string_view data);

/// SHA-256 of what comes piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view piece);
    /// Once, after the last piece.
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// @source RFC 2104 @param key  any length
Digest hmacSha256(std::string_view key, std::string_view data);

/// Takes the same time wherever the first difference is. Lengths are no secret.
bool constantTimeEquals(std::string_view left, std::string_view right);

/// Lower-case hex.
std::string digestHex(const Digest& digest);

/// As a database keeps it.
std::vector<std::uint8_t> digestBytes(const Digest& digest);

} // namespace parley::server::security
