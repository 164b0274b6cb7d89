// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_words.h"

#include "server/nlp/sentiment/word_hash.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace parley::server::nlp {
namespace {

constexpr std::array<std::string_view, 5> kEndings{"", "s", "es", "ed", "ing"};

struct SameHash {
    std::size_t operator()(std::uint64_t hash) const { return static_cast<std::size_t>(hash); }
};

template <class Use>
void forEachPart(std::string_view list, char separator, Use&& use)
{
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        use(list.substr(0, end));
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
}

/// The cues of one language, by the hash of the phrase.
class CueTable {
public:
    explicit CueTable(const std::vector<CueGroup>& groups)
    {
        m_entries.reserve(4'096);
        for (const CueGroup& group : groups) {
            forEachPart(group.phrases, ',', [&](std::string_view phrase) { addForms(group, phrase); });
        }
    }

    [[nodiscard]] Cue at(std::span<const std::uint64_t> words) const
    {
        std::uint64_t hash = phraseHash(kEmptyHash, words[0]);
        const auto first = m_entries.find(hash);
        if (first == m_entries.end()) {
            return {};
        }
        Cue cue = first->second.cue;
        const std::size_t longest = std::min<std::size_t>(first->second.longest, words.size());
        for (std::size_t n = 2; n <= longest; ++n) {
            hash = phraseHash(hash, words[n - 1]);
            const auto found = m_entries.find(hash);
            if (found != m_entries.end() && found->second.cue.words == n) {
                cue = found->second.cue;
            }
        }
        return cue;
    }

private:
    struct Entry {
        Cue cue;
        std::size_t longest = 1; ///< words of the longest phrase that begins with this word
    };

    void addForms(const CueGroup& group, std::string_view phrase)
    {
        if (!phrase.ends_with('*')) {
            add(group, phrase);
            return;
        }
        phrase.remove_suffix(1);
        for (const std::string_view ending : kEndings) {
            add(group, std::string(phrase) + std::string(ending));
        }
    }

    void add(const CueGroup& group, std::string_view phrase)
    {
        std::uint64_t hash = kEmptyHash;
        std::uint64_t first = 0;
        std::size_t words = 0;
        forEachPart(phrase, ' ', [&](std::string_view word) {
            hash = phraseHash(hash, wordHash(word));
            first = words++ == 0 ? hash : first;
        });
        Cue& cue = m_entries[hash].cue;
        if (cue.kind == CueKind::None) {
            cue.kind = group.kind;
            cue.weight = group.weight;
        }
        cue.desk = std::max(cue.desk, group.desk);
        cue.words = static_cast<std::uint8_t>(words);
        m_entries[first].longest = std::max(m_entries[first].longest, words);
    }

    std::unordered_map<std::uint64_t, Entry, SameHash> m_entries;
};

std::vector<CueGroup> allEnglishCues()
{
    std::vector<CueGroup> groups = englishCues();
    const std::vector<CueGroup> desk = deskCues();
    groups.insert(groups.end(), desk.begin(), desk.end());
    return groups;
}

std::unordered_map<std::uint64_t, unsigned, SameHash> builtCommonWords()
{
    std::unordered_map<std::uint64_t, unsigned, SameHash> table;
    for (unsigned language = 0; language < kCueLanguages; ++language) {
        forEachPart(commonWords(static_cast<CueLanguage>(language)), ',', [&](std::string_view word) {
            table[wordHash(word)] |= 1U << language;
        });
    }
    return table;
}

} // namespace

Cue cueAt(std::span<const std::uint64_t> words, CueLanguage language)
{
    static const std::array<CueTable, kCueLanguages> tables{CueTable(allEnglishCues()),
                                                            CueTable(germanCues()),
                                                            CueTable(spanishCues()),
                                                            CueTable(frenchCues())};
    return tables[static_cast<std::size_t>(language)].at(words);
}

unsigned commonIn(std::uint64_t word)
{
    static const auto table = builtCommonWords();
    const auto found = table.find(word);
    return found == table.end() ? 0 : found->second;
}

} // namespace parley::server::nlp
