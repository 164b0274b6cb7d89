// SPDX-License-Identifier: MIT
#include "server/llm/delta_template.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::llm {

namespace {

using nlohmann::json;

constexpr int kMostCredit = 8;
/// What learning takes: it reads the event a second time.
constexpr int kPrice = 2;
/// In place of a token, to see whether the place is the token's.
constexpr std::string_view kProbe = "a probe in place of a token";

/// Where the JSON text that begins here ends; npos: nowhere.
std::size_t endOfText(std::string_view event, std::size_t begin)
{
    for (std::size_t at = begin; at < event.size(); ++at) {
        if (event[at] == '"') {
            return at;
        }
        at += event[at] == '\\' ? 1U : 0U;
    }
    return std::string_view::npos;
}

/// The character of a short escape; 0: there is none of that name, or a long one.
char unescaped(char name)
{
    switch (name) {
    case '"':
    case '\\':
    case '/':
        return name;
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return 0;
    }
}

/// @return false when only a whole parser can say what it means, or that it means nothing
bool decode(std::string_view text, std::string& into)
{
    into.clear();
    bool isAscii = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (static_cast<unsigned char>(c) < 0x20 || c == '"') {
            return false;
        }
        if (c == '\\') {
            c = ++at < text.size() ? unescaped(text[at]) : char{0};
            if (c == 0) {
                return false;
            }
        }
        isAscii = isAscii && static_cast<unsigned char>(c) < 0x80;
        into.push_back(c);
    }
    return isAscii || isUtf8(into);
}

} // namespace

bool DeltaTemplate::tryPlace(std::string_view event,
                             std::size_t begin,
                             const json& chunk,
                             const json::json_pointer& place)
{
    const std::size_t end = endOfText(event, begin);
    if (end == std::string_view::npos) {
        return false;
    }
    std::string before(event.substr(0, begin));
    std::string behind(event.substr(end));
    json probe = json::parse(before + std::string(kProbe) + behind, nullptr, false);
    if (!probe.is_object() || !probe.contains(place) || probe[place] != kProbe) {
        return false;
    }
    probe[place] = chunk[place];
    if (probe != chunk) {
        return false;
    }
    m_before = std::move(before);
    m_behind = std::move(behind);
    return true;
}

void DeltaTemplate::learn(const std::string& event, const json& chunk, const json::json_pointer& place)
{
    if (m_credit < kPrice) {
        return;
    }
    m_credit -= kPrice;
    m_before.clear();
    const std::string key = "\"" + place.back() + "\"";
    const std::string_view text = event;
    // The token stands behind the last of these as a rule; behind which it does is tried, not guessed.
    for (std::size_t at = text.rfind(key); at != std::string_view::npos;
         at = at > 0 ? text.rfind(key, at - 1) : std::string_view::npos) {
        const std::size_t colon = text.find_first_not_of(" \t", at + key.size());
        const bool isKey = colon != std::string_view::npos && text[colon] == ':';
        const std::size_t open = isKey ? text.find_first_not_of(" \t", colon + 1) : std::string_view::npos;
        if (open != std::string_view::npos && text[open] == '"') {
            tryPlace(text, open + 1, chunk, place);
            return;
        }
    }
}

std::optional<std::string_view> DeltaTemplate::tokenOf(std::string_view event)
{
    if (m_before.empty() || event.size() < m_before.size() + m_behind.size() ||
        !event.starts_with(m_before) || !event.ends_with(m_behind)) {
        return std::nullopt;
    }
    event.remove_prefix(m_before.size());
    event.remove_suffix(m_behind.size());
    if (!decode(event, m_decoded)) {
        return std::nullopt;
    }
    m_credit = std::min(m_credit + 1, kMostCredit);
    return m_decoded;
}

} // namespace parley::server::llm
