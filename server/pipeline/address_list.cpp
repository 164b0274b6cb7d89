// SPDX-License-Identifier: MIT
#include "server/pipeline/address_list.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::pipeline {

namespace {

constexpr std::string_view kAround = " \t\r\n<>\"'()[]{}|,;`";
constexpr std::string_view kTrimmed = ".:!?*_~-";
constexpr std::array<std::string_view, 6> kSchemes{"mailto:", "tel:", "javascript:", "data:", "www.", "//"};

bool isHostCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           byte >= 0x80;
}

bool isLetter(char c)
{
    return isHostCharacter(c) && c != '-' && !(c >= '0' && c <= '9');
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// "shop.example", "shop.example:80": at least two parts, the last one of letters. Two sentences without a
/// blank between them ("days.The") are none.
bool isHost(std::string_view text)
{
    text = text.substr(0, text.find(':'));
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3) {
        return false;
    }
    const bool isClean =
        std::all_of(text.begin(), text.end(), [](char c) { return isHostCharacter(c) || c == '.'; });
    const std::string_view last = text.substr(dot + 1);
    const bool isNumber =
        std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (isNumber) {
        return std::count(text.begin(), text.end(), '.') == 3;
    }
    const bool isTwoSentences = isUpper(last.front()) && !isUpper(text.front());
    return isClean && !isTwoSentences &&
           (std::all_of(last.begin(), last.end(), isLetter) || last.starts_with("xn--"));
}

bool isAddress(std::string_view word)
{
    const std::string lower = asciiLower(word);
    if (lower.find("://") != std::string::npos) {
        return true;
    }
    const auto begins = [&](std::string_view scheme) {
        return lower.starts_with(scheme) && lower.size() > scheme.size();
    };
    if (std::any_of(kSchemes.begin(), kSchemes.end(), begins)) {
        return true;
    }
    if (const std::size_t at = word.find('@'); at != std::string_view::npos) {
        return at > 0 && isHost(word.substr(at + 1));
    }
    return isHost(word.substr(0, word.find_first_of("/?#\\")));
}

/// One form for all spellings: lower case, without scheme, "www." and what may end it.
std::string normal(std::string_view address)
{
    std::string text = asciiLower(address);
    if (const std::size_t scheme = text.find("://"); scheme != std::string::npos) {
        const std::string_view name = std::string_view(text).substr(0, scheme);
        if (name == "http" || name == "https") {
            text.erase(0, scheme + 3);
        }
    } else if (text.starts_with("mailto:")) {
        text.erase(0, 7);
    } else if (text.starts_with("//")) {
        text.erase(0, 2);
    }
    if (text.starts_with("www.")) {
        text.erase(0, 4);
    }
    while (!text.empty() && (kTrimmed.find(text.back()) != std::string_view::npos || text.back() == '/')) {
        text.pop_back();
    }
    return text;
}

template <class Each>
void eachWord(std::string_view text, Each each)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t from = text.find_first_not_of(kAround, begin);
        if (from == std::string_view::npos) {
            return;
        }
        const std::size_t to = std::min(text.find_first_of(kAround, from), text.size());
        each(text.substr(from, to - from));
        begin = to;
    }
}

} // namespace

std::vector<std::string> addressesIn(std::string_view text)
{
    std::vector<std::string> found;
    eachWord(text, [&](std::string_view word) {
        const std::size_t from = word.find_first_not_of(kTrimmed);
        const std::size_t to = word.find_last_not_of(kTrimmed);
        if (from != std::string_view::npos && isAddress(word.substr(from, to - from + 1))) {
            found.emplace_back(word.substr(from, to - from + 1));
        }
    });
    return found;
}

void AddressList::add(std::string_view text)
{
    for (const std::string& address : addressesIn(text)) {
        std::string one = normal(address);
        m_known.insert(one.substr(0, one.find_first_of("/?#")));
        m_known.insert(std::move(one));
    }
}

bool AddressList::allows(std::string_view text) const
{
    const auto found = addressesIn(text);
    return std::all_of(found.begin(), found.end(), [&](const std::string& address) {
        return m_known.contains(normal(address));
    });
}

} // namespace parley::server::pipeline
