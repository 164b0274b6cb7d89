// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::server::security {

/// Base 32 without I, L, O and U, which people misread. @source Crockford, Base 32
inline constexpr std::string_view kUnambiguous = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Unpredictable bytes from OpenSSL's generator. Any thread.
/// @throws std::runtime_error when the system has no entropy: nothing may go on then
std::string randomBytes(std::size_t count);

/// `bytes` unpredictable bytes as lower-case hex, twice as many characters.
std::string randomHex(std::size_t bytes);

/// `bytes` unpredictable bytes as base64url without padding; 32 bytes make 43 characters.
std::string randomToken(std::size_t bytes = 32);

/// `characters` of kUnambiguous, 5 bits each: the last part of a ticket's reference.
std::string randomReference(std::size_t characters);

} // namespace parley::server::security
