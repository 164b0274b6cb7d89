// SPDX-License-Identifier: MIT
#include "server/cache/phrase_table.h"

#include <algorithm>

namespace parley::server::cache {

namespace {

std::vector<std::string> parted(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) {
            parts.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

} // namespace

std::vector<std::string> spaced(std::string_view text)
{
    return parted(text, ' ');
}

void PhraseTable::add(std::string_view line)
{
    const std::size_t equals = line.find(" =");
    Phrase phrase;
    phrase.reading = spaced(line.substr(equals + 2));
    for (std::string& element : spaced(line.substr(0, equals))) {
        Place place;
        place.isOptional = element.ends_with('?');
        if (place.isOptional) {
            element.pop_back();
        }
        place.words = parted(element, '|');
        phrase.places.push_back(std::move(place));
    }
    for (const Place& place : phrase.places) {
        for (const std::string& word : place.words) {
            m_byFirst[word].push_back(m_phrases.size());
        }
        if (!place.isOptional) {
            break;
        }
    }
    m_phrases.push_back(std::move(phrase));
}

std::size_t
PhraseTable::matched(std::span<const Place> places, std::span<const std::string> words, std::size_t taken)
{
    if (places.empty()) {
        return taken;
    }
    const Place& place = places.front();
    std::size_t best = 0;
    if (taken < words.size() &&
        std::find(place.words.begin(), place.words.end(), words[taken]) != place.words.end()) {
        best = matched(places.subspan(1), words, taken + 1);
    }
    return place.isOptional ? std::max(best, matched(places.subspan(1), words, taken)) : best;
}

PhraseTable::Match PhraseTable::longest(std::span<const std::string> words) const
{
    Match best;
    const auto found = words.empty() ? m_byFirst.end() : m_byFirst.find(words.front());
    if (found == m_byFirst.end()) {
        return best;
    }
    for (const std::size_t i : found->second) {
        const std::size_t taken = matched(m_phrases[i].places, words, 0);
        if (taken > best.words) {
            best = Match{taken, m_phrases[i].reading};
        }
    }
    return best;
}

} // namespace parley::server::cache
