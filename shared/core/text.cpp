// SPDX-License-Identifier: MIT
#include "shared/core/text.h"

#include <cstdint>

namespace parley {

namespace {

/// Length of the sequence that starts at `at`, 0 when it is malformed. @source Unicode 15, table 3-7
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto continues = [&](std::size_t i, std::uint8_t low = 0x80, std::uint8_t high = 0xbf) {
        return byte(i) >= low && byte(i) <= high;
    };
    const std::uint8_t lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xc2 && lead <= 0xdf) {
        return continues(at + 1) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        const std::uint8_t low = lead == 0xe0 ? 0xa0 : 0x80;
        const std::uint8_t high = lead == 0xed ? 0x9f : 0xbf;
        return continues(at + 1, low, high) && continues(at + 2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const std::uint8_t low = lead == 0xf0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xf4 ? 0x8f : 0xbf;
        return continues(at + 1, low, high) && continues(at + 2) && continues(at + 3) ? 4 : 0;
    }
    return 0;
}

bool isSpaceAt(std::string_view text, std::size_t at, std::size_t& size)
{
    const char c = text[at];
    size = 1;
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return true;
    }
    if (text.substr(at, 2) == "\xc2\xa0") {
        size = 2;
        return true;
    }
    return false;
}

} // namespace

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = sequenceLength(text, at);
        if (size == 0) {
            return false;
        }
        at += size;
    }
    return true;
}

std::size_t codePoints(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<std::uint8_t>(c) & 0xc0) != 0x80 ? 1 : 0;
    }
    return count;
}

std::string_view firstCodePoints(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if ((static_cast<std::uint8_t>(text[at]) & 0xc0) != 0x80 && count-- == 0) {
            break;
        }
        ++at;
    }
    return text.substr(0, at);
}

std::string_view trimmed(std::string_view text)
{
    std::size_t size = 0;
    while (!text.empty() && isSpaceAt(text, 0, size)) {
        text.remove_prefix(size);
    }
    while (!text.empty()) {
        if (isSpaceAt(text, text.size() - 1, size)) {
            text.remove_suffix(1);
        } else if (text.ends_with("\xc2\xa0")) {
            text.remove_suffix(2);
        } else {
            break;
        }
    }
    return text;
}

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

} // namespace parley
