// SPDX-License-Identifier: MIT
#include "server/nlp/entities/contacts.h"
#include "shared/core/text.h"

#include <charconv>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestV6 = 39;
constexpr std::size_t kGroupsOfV6 = 8;

bool isHex(char c)
{
    return isAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

MaybeFound v4At(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && charAt(text, end++) != '.') {
            return std::nullopt;
        }
        const std::size_t digits = digitsAt(text, end, 4);
        int value = 256;
        std::from_chars(text.data() + end, text.data() + end + digits, value);
        if (digits == 0 || digits > 3 || value > 255 || (digits > 1 && text[end] == '0')) {
            return std::nullopt;
        }
        end += digits;
    }
    const bool goesOn = charAt(text, end) == '.' && isAsciiDigit(charAt(text, end + 1));
    if (!isWordEnd(text, end) || goesOn ||
        isOneOf(wordsBefore(text, at)[0],
                {"v", "version", "ver", "release", "firmware", "build", "app", "update"})) {
        return std::nullopt;
    }
    return Found{at, end, std::string(text.substr(at, end - at))};
}

/// Eight groups, or fewer with one "::" and at least two of them.
MaybeFound v6At(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    std::size_t groups = 0;
    bool hasDigit = false;
    bool hasGap = false;
    while (end < text.size() && end - at < kLongestV6) {
        std::size_t digits = 0;
        while (digits < 5 && isHex(charAt(text, end + digits))) {
            hasDigit = hasDigit || isAsciiDigit(text[end + digits]);
            ++digits;
        }
        if (digits > 4) {
            return std::nullopt;
        }
        end += digits;
        groups += digits > 0 ? 1U : 0U;
        if (charAt(text, end) != ':' || (digits == 0 && hasGap)) {
            break;
        }
        const bool isGap = charAt(text, end + 1) == ':';
        if (!isGap && !isHex(charAt(text, end + 1))) {
            break; // a colon of the sentence
        }
        if (isGap && hasGap) {
            return std::nullopt;
        }
        hasGap = hasGap || isGap;
        end += isGap ? 2 : 1;
    }
    const bool isWhole = hasGap ? groups >= 2 && groups < kGroupsOfV6 : groups == kGroupsOfV6;
    if (!isWhole || !hasDigit || !isWordEnd(text, end)) {
        return std::nullopt;
    }
    return Found{at, end, asciiLower(text.substr(at, end - at))};
}

} // namespace

MaybeFound ipAt(std::string_view text, std::size_t at)
{
    if (isAsciiDigit(charAt(text, at))) {
        if (auto v4 = v4At(text, at)) {
            return v4;
        }
    }
    return isHex(charAt(text, at)) ? v6At(text, at) : std::nullopt;
}

} // namespace parley::server::nlp
