// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/phrase_book.h"

#include <algorithm>
#include <map>

namespace parley::server::nlp {
namespace {

bool isPrefixWord(std::string_view word)
{
    return word.size() > 1 && word.back() == '*';
}

} // namespace

PhraseBook::PhraseBook(std::vector<Phrase> phrases) : m_phrases(std::move(phrases))
{
    for (const Phrase& phrase : m_phrases) {
        const std::size_t section = sectionNamed(phrase.section);
        m_sectionOf.push_back(section);
        if (section == m_sections.size()) {
            m_sections.push_back(phrase.section);
        }
    }
    compile();
}

std::size_t PhraseBook::sectionNamed(std::string_view name) const
{
    const auto found = std::find(m_sections.begin(), m_sections.end(), name);
    return static_cast<std::size_t>(found - m_sections.begin());
}

void PhraseBook::compile()
{
    std::map<std::vector<std::string>, std::uint32_t> known;
    Entry next = 1;
    for (const Phrase& phrase : m_phrases) {
        std::vector<Place> places;
        for (const PhraseElement& element : phrase.elements) {
            const auto [at, isNew] =
                known.try_emplace(element.words, static_cast<std::uint32_t>(m_elements.size()));
            if (isNew) {
                m_elements.push_back(&element.words);
            }
            places.push_back({at->second, static_cast<std::uint32_t>(element.gap), element.optional});
            for (const std::string& word : element.words) {
                const bool prefix = isPrefixWord(word);
                const std::string key = prefix ? word.substr(0, word.size() - 1) : word;
                if ((prefix ? m_prefixes : m_exact).try_emplace(key, next).second) {
                    ++next;
                }
                m_longestPrefix = prefix ? std::max(m_longestPrefix, key.size()) : m_longestPrefix;
            }
        }
        m_places.push_back(std::move(places));
    }
    m_rowWords = m_elements.size() / 64 + 1;
    m_fits.resize(next * m_rowWords);
    const std::vector<std::vector<Entry>> entriesOf = entriesOfElements();
    m_starts.resize(next);
    for (std::uint32_t element = 0; element < entriesOf.size(); ++element) {
        for (const Entry entry : entriesOf[element]) {
            m_fits[entry * m_rowWords + element / 64] |= std::uint64_t{1} << (element % 64);
        }
    }
    for (std::uint32_t i = 0; i < m_places.size(); ++i) {
        for (const Entry entry : entriesOf[m_places[i].front().element]) {
            m_starts[entry].push_back(i);
        }
    }
}

std::vector<std::vector<PhraseBook::Entry>> PhraseBook::entriesOfElements() const
{
    // What begins with a prefix stands together in order. A row of a prefix stands for any word that begins
    // with it and is known no better, so that a shorter prefix covers it too.
    const std::map<std::string_view, Entry> exact(m_exact.begin(), m_exact.end());
    const std::map<std::string_view, Entry> prefixes(m_prefixes.begin(), m_prefixes.end());
    std::vector<std::vector<Entry>> all;
    for (const std::vector<std::string>* words : m_elements) {
        std::vector<Entry> entries;
        for (const std::string_view word : *words) {
            if (!isPrefixWord(word)) {
                entries.push_back(exact.at(word));
                continue;
            }
            const std::string_view prefix = word.substr(0, word.size() - 1);
            for (const auto* table : {&exact, &prefixes}) {
                for (auto at = table->lower_bound(prefix);
                     at != table->end() && at->first.starts_with(prefix);
                     ++at) {
                    entries.push_back(at->second);
                }
            }
        }
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        all.push_back(std::move(entries));
    }
    return all;
}

PhraseBook::Entry PhraseBook::entryOf(std::string_view word) const
{
    if (const auto known = m_exact.find(word); known != m_exact.end()) {
        return known->second;
    }
    // The longest prefix that is known fits wherever a shorter one does.
    for (std::size_t size = std::min(word.size(), m_longestPrefix); size > 0; --size) {
        if (const auto known = m_prefixes.find(word.substr(0, size)); known != m_prefixes.end()) {
            return known->second;
        }
    }
    return 0;
}

std::size_t PhraseBook::match(const Place* place,
                              const Place* end,
                              std::size_t at,
                              const std::vector<Entry>& entries,
                              std::size_t sentenceEnd) const
{
    if (place == end) {
        return at;
    }
    const std::size_t reach = std::min(sentenceEnd, at + place->gap + 1);
    for (std::size_t here = at; here < reach; ++here) {
        if (entries[here] != 0 && fits(entries[here], place->element)) {
            if (const std::size_t last = match(place + 1, end, here + 1, entries, sentenceEnd); last != 0) {
                return last;
            }
        }
    }
    return place->optional ? match(place + 1, end, at, entries, sentenceEnd) : 0;
}

std::vector<PhraseMatch> PhraseBook::find(const PhraseText& text) const
{
    std::vector<Entry> entries;
    entries.reserve(text.words.size());
    for (const PhraseWord& word : text.words) {
        entries.push_back(entryOf(word.text));
    }
    std::vector<PhraseMatch> found;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const std::uint32_t sentence = text.words[at].sentence;
        const std::size_t sentenceEnd = text.sentenceEnds[sentence];
        for (const std::uint32_t candidate : m_starts[entries[at]]) {
            const Phrase& phrase = m_phrases[candidate];
            if (phrase.fromSentenceStart && at != text.sentenceBegin(sentence)) {
                continue;
            }
            const std::vector<Place>& places = m_places[candidate];
            const std::size_t last =
                match(places.data() + 1, places.data() + places.size(), at + 1, entries, sentenceEnd);
            if (last != 0 && (!phrase.toSentenceEnd || last == sentenceEnd)) {
                found.push_back(
                    {candidate, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last)});
            }
        }
    }
    return found;
}

} // namespace parley::server::nlp
