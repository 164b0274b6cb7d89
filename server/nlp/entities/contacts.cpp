// SPDX-License-Identifier: MIT
#include "server/nlp/entities/contacts.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestDomain = 253;
constexpr std::size_t kLongestUrl = 2048;

bool isLocalChar(char c)
{
    return isAsciiAlnum(c) ||
           (c != '\0' && std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos);
}

bool isDomainChar(char c)
{
    return isAsciiAlnum(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// Behind a domain name of two labels or more, the last of letters; `at` where there is none.
std::size_t domainEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at < kLongestDomain && isDomainChar(text[end])) {
        ++end;
    }
    while (end > at && !isAsciiAlnum(text[end - 1])) {
        --end;
    }
    const std::string_view name = text.substr(at, end - at);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot < 3 ||
        name.find("..") != std::string_view::npos) {
        return at;
    }
    const std::string_view last = name.substr(dot + 1);
    return std::all_of(last.begin(), last.end(), isAsciiLetter) ? end : at;
}

bool startsWithFolded(std::string_view text, std::size_t at, std::string_view lower)
{
    const std::string_view part = text.substr(at, lower.size());
    return part.size() == lower.size() &&
           std::equal(part.begin(), part.end(), lower.begin(), [](char a, char b) {
               return (isAsciiUpper(a) ? static_cast<char>(a + 32) : a) == b;
           });
}

std::size_t urlEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at<kLongestUrl&& static_cast<unsigned char>(text[end])> ' ' &&
           std::string_view("<>\"{}|\\^`").find(text[end]) == std::string_view::npos) {
        ++end;
    }
    while (end < text.size() && end > at && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end; // cut by the limit: not within a character
    }
    const bool hasBracket = text.substr(at, end - at).find('(') != std::string_view::npos;
    while (end > at && (std::string_view(".,;:!?'*]").find(text[end - 1]) != std::string_view::npos ||
                        (text[end - 1] == ')' && !hasBracket))) {
        --end;
    }
    return end;
}

bool isKnownEnding(std::string_view name)
{
    const std::string ending = asciiLower(name.substr(name.rfind('.') + 1));
    return isOneOf(ending,
                   {"com",
                    "org",
                    "net",
                    "io",
                    "app",
                    "dev",
                    "de",
                    "fr",
                    "es",
                    "uk",
                    "eu",
                    "at",
                    "ch",
                    "nl",
                    "it",
                    "ai"});
}

} // namespace

MaybeFound emailAt(std::string_view text, std::size_t at)
{
    std::size_t sign = at;
    while (sign < text.size() && sign - at <= kLongestLocal && isLocalChar(text[sign])) {
        ++sign;
    }
    if (sign == at || charAt(text, sign) != '@' || !isAsciiAlnum(text[at]) || text[sign - 1] == '.') {
        return std::nullopt;
    }
    const std::size_t end = domainEnd(text, sign + 1);
    if (end == sign + 1) {
        return std::nullopt;
    }
    return Found{at, end, asciiLower(text.substr(at, end - at))};
}

MaybeFound urlAt(std::string_view text, std::size_t at)
{
    const bool hasScheme = startsWithFolded(text, at, "http://") || startsWithFolded(text, at, "https://");
    if (hasScheme || startsWithFolded(text, at, "www.")) {
        const std::size_t end = urlEnd(text, at);
        const std::size_t least = hasScheme ? 11 : 7;
        return end - at < least ? MaybeFound() : Found{at, end, std::string(text.substr(at, end - at))};
    }
    if (!isAsciiAlnum(charAt(text, at))) {
        return std::nullopt;
    }
    const std::size_t name = domainEnd(text, at);
    if (name == at || charAt(text, name) == '@' || !isWordEnd(text, name) ||
        !isKnownEnding(text.substr(at, name - at))) {
        return std::nullopt;
    }
    const std::size_t end = charAt(text, name) == '/' ? std::max(urlEnd(text, at), name) : name;
    return Found{at, end, std::string(text.substr(at, end - at))};
}

} // namespace parley::server::nlp
