// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/escalation/phrase_syntax.h"
#include "server/nlp/escalation/phrase_text.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parley::server::nlp {

/// A phrase in a message: the words [first, last), all of one sentence.
struct PhraseMatch {
    std::uint32_t phrase = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Many phrases, found in one walk over a message: each word is looked up once, and only the phrases that
/// begin with it are tried.
/// @thread any; it never changes
class PhraseBook {
public:
    explicit PhraseBook(std::vector<Phrase> phrases);
    PhraseBook(const PhraseBook&) = delete; // it refers to its own phrases
    PhraseBook& operator=(const PhraseBook&) = delete;
    PhraseBook(PhraseBook&&) = default;
    PhraseBook& operator=(PhraseBook&&) = default;
    ~PhraseBook() = default;

    /// All matches, in the order of their first word; of one phrase only one at each word.
    [[nodiscard]] std::vector<PhraseMatch> find(const PhraseText& text) const;

    [[nodiscard]] const Phrase& phrase(std::uint32_t index) const { return m_phrases[index]; }
    /// Index of the section of a phrase in sections().
    [[nodiscard]] std::size_t sectionOf(std::uint32_t index) const { return m_sectionOf[index]; }
    [[nodiscard]] const std::vector<std::string>& sections() const { return m_sections; }
    /// sections().size() where there is none.
    [[nodiscard]] std::size_t sectionNamed(std::string_view name) const;

private:
    using Entry = std::uint32_t; // a row of m_fits; 0 is a word that stands in no phrase

    struct Place {
        std::uint32_t element = 0; // a column of m_fits
        std::uint32_t gap = 0;
        bool optional = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = std::unordered_map<std::string, Entry, TextHash, std::equal_to<>>;

    void compile();
    /// The rows that each element fits.
    [[nodiscard]] std::vector<std::vector<Entry>> entriesOfElements() const;
    [[nodiscard]] Entry entryOf(std::string_view word) const;
    [[nodiscard]] bool fits(Entry entry, std::uint32_t element) const
    {
        return ((m_fits[entry * m_rowWords + element / 64] >> (element % 64)) & 1U) != 0;
    }
    [[nodiscard]] std::size_t match(const Place* place,
                                    const Place* end,
                                    std::size_t at,
                                    const std::vector<Entry>& entries,
                                    std::size_t sentenceEnd) const;

    std::vector<Phrase> m_phrases;
    std::vector<std::string> m_sections;
    std::vector<std::size_t> m_sectionOf;
    std::vector<std::vector<Place>> m_places;                // of each phrase
    std::vector<const std::vector<std::string>*> m_elements; // into m_phrases
    Table m_exact;
    Table m_prefixes;
    std::size_t m_longestPrefix = 0;
    std::size_t m_rowWords = 0;
    std::vector<std::uint64_t> m_fits;                // a bit for each word and element
    std::vector<std::vector<std::uint32_t>> m_starts; // phrases that begin with a word
};

} // namespace parley::server::nlp
