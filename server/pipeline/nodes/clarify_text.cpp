// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/clarify_text.h"

#include <algorithm>
#include <array>

namespace parley::server::pipeline {

namespace {

struct Phrases {
    std::string_view language;
    std::string_view opening;
    std::string_view between;
    std::string_view last;
    std::string_view ending;
};
constexpr std::array<Phrases, 4> kPhrases{{
    {"en", "I want to get this right. Is it about ", ", ", " or ", ", or about something else?"},
    {"de", "Damit ich richtig helfe: Geht es um ", ", ", " oder ", ", oder um etwas anderes?"},
    {"es", "Quiero entenderle bien. ¿Se trata de ", ", ", " o ", ", o de otra cosa?"},
    {"fr", "Pour bien vous aider : s’agit-il de ", ", ", " ou ", ", ou d’autre chose ?"},
}};

std::string shown(std::string name)
{
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

} // namespace

std::string clarifyText(const std::vector<std::string>& choices, std::string_view locale)
{
    const Phrases* phrases = &kPhrases.front();
    for (const Phrases& candidate : kPhrases) {
        if (locale.substr(0, 2) == candidate.language) {
            phrases = &candidate;
        }
    }
    std::string text(phrases->opening);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) {
            text += i + 1 == choices.size() ? phrases->last : phrases->between;
        }
        text += shown(choices[i]);
    }
    return text.append(phrases->ending);
}

} // namespace parley::server::pipeline
