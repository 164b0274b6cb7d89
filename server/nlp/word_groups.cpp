// SPDX-License-Identifier: MIT
#include "server/nlp/word_groups.h"

#include "server/nlp/stemmer.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

void add(WordGroups& all, std::string_view group, Language language)
{
    std::vector<std::string> stems;
    while (!group.empty()) {
        const std::size_t space = group.find(' ');
        stems.push_back(stem(group.substr(0, space), language));
        group = space == std::string_view::npos ? std::string_view() : group.substr(space + 1);
    }
    for (const std::string& one : stems) {
        for (const std::string& other : stems) {
            std::vector<std::string>& list = all[one];
            if (one != other && std::find(list.begin(), list.end(), other) == list.end()) {
                list.push_back(other);
            }
        }
    }
}

} // namespace

WordGroups wordGroups(std::span<const std::string_view> groups, Language language)
{
    WordGroups all;
    for (const std::string_view group : groups) {
        add(all, group, language);
    }
    return all;
}

std::span<const std::string> othersOf(const WordGroups& groups, const std::string& stem)
{
    const auto found = groups.find(stem);
    return found == groups.end() ? std::span<const std::string>()
                                 : std::span<const std::string>(found->second);
}

} // namespace parley::server::nlp
