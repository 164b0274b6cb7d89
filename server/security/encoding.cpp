// SPDX-License-Identifier: MIT
#include "server/security/encoding.h"

namespace parley::server::security {

namespace {

constexpr std::string_view kStandard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Value of a digit, or -1.
int sextet(char c, Base64 kind)
{
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    const bool isUrl = kind != Base64::Standard;
    if (c == (isUrl ? '-' : '+')) {
        return 62;
    }
    return c == (isUrl ? '_' : '/') ? 63 : -1;
}

/// Takes the padding off. False when there is too little or too much.
bool stripPadding(std::string_view& text, Base64 kind)
{
    if (kind == Base64::Url) {
        return text.size() % 4 != 1;
    }
    if (text.size() % 4 != 0) {
        return false;
    }
    for (int i = 0; i < 2 && text.ends_with('='); ++i) {
        text.remove_suffix(1);
    }
    return text.size() % 4 != 1;
}

int nibble(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

std::string base64Encode(std::span<const std::uint8_t> bytes, Base64 kind)
{
    const std::string_view alphabet = kind == Base64::Standard ? kStandard : kUrl;
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t window = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        window = (window << 8) | byte;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text += alphabet[(window >> bits) & 0x3f];
        }
    }
    if (bits > 0) {
        text += alphabet[(window << (6 - bits)) & 0x3f];
    }
    while (kind != Base64::Url && text.size() % 4 != 0) {
        text += '=';
    }
    return text;
}

std::optional<std::string> base64Decode(std::string_view text, Base64 kind)
{
    if (!stripPadding(text, kind)) {
        return std::nullopt;
    }
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t window = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const int value = sextet(c, kind);
        if (value < 0) {
            return std::nullopt;
        }
        window = (window << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((window >> bits) & 0xff);
        }
    }
    const std::uint32_t unused = window & ((1U << bits) - 1U);
    return unused == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string hexEncode(std::span<const std::uint8_t> bytes)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 0xf];
    }
    return text;
}

std::optional<std::string> hexDecode(std::string_view text)
{
    if (text.size() % 2 != 0) {
        return std::nullopt;
    }
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const int high = nibble(text[at]);
        const int low = nibble(text[at + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

} // namespace parley::server::security
