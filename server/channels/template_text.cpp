// SPDX-License-Identifier: MIT
#include "server/channels/template_text.h"

#include <algorithm>

namespace parley::server::channels {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

/// The name that begins behind the brace at `at`; empty: none does.
std::string_view nameAt(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find_first_not_of(kLetters, at + 1);
    return end == std::string_view::npos || text[end] != '}' ? std::string_view()
                                                             : text.substr(at + 1, end - at - 1);
}

} // namespace

std::vector<std::string> unknownVariables(std::string_view text, const std::vector<std::string>& known)
{
    std::vector<std::string> unknown;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        std::string name(nameAt(text, at));
        const auto isIn = [&](const std::vector<std::string>& names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (!name.empty() && !isIn(known) && !isIn(unknown)) {
            unknown.push_back(std::move(name));
        }
    }
    return unknown;
}

std::string filledIn(std::string_view text, const std::map<std::string, std::string>& values)
{
    std::string filled;
    std::size_t done = 0;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::string_view name = nameAt(text, at);
        const auto value = values.find(std::string(name));
        if (name.empty() || value == values.end()) {
            continue;
        }
        filled += text.substr(done, at - done);
        filled += value->second;
        done = at + name.size() + 2;
    }
    filled += text.substr(done);
    return filled;
}

} // namespace parley::server::channels
