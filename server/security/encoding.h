// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace parley::server::security {

/// Which alphabet, and whether "=" fills the last group. @source RFC 4648, 4 and 5
enum class Base64 {
    Standard,  ///< "+/", padded
    Url,       ///< "-_", never padded: JSON Web Tokens
    UrlPadded, ///< "-_", padded: Fernet
};

/// The bytes of a text.
inline std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A text of these bytes.
inline std::string textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string base64Encode(std::span<const std::uint8_t> bytes, Base64 kind = Base64::Standard);

/// Strict: only the alphabet's characters, exact padding, unused bits zero, so that one value has one text.
/// @return the bytes; empty optional when `text` is anything else
std::optional<std::string> base64Decode(std::string_view text, Base64 kind = Base64::Standard);

/// Lower case.
std::string hexEncode(std::span<const std::uint8_t> bytes);

/// Either case. @return the bytes; empty optional when `text` is anything else
std::optional<std::string> hexDecode(std::string_view text);

} // namespace parley::server::security
