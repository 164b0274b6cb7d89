// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/vader_words.h"

#include "server/nlp/code_points.h"
#include "server/nlp/sentiment/vader_lexicon.h"
#include "server/nlp/sentiment/word_hash.h"

#include <cstdlib>
#include <unordered_map>

namespace parley::server::nlp {
namespace {

/// @source Hutto and Gilbert 2014, section 3.3: what a degree adverb changes
constexpr float kBoost = 0.293F;

constexpr std::string_view kBoosters =
    "absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous "
    "enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin "
    "frackin fracking fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella "
    "highly hugely incredible incredibly intensely major majorly more most particularly purely quite really "
    "remarkably so substantially thoroughly total totally tremendous tremendously uber unbelievably "
    "unusually "
    "utter utterly very";
constexpr std::string_view kDampeners = "almost barely hardly kinda kindof kind-of less little marginal "
                                        "marginally occasional occasionally partly "
                                        "scarce scarcely slight slightly somewhat sorta sortof sort-of";
constexpr std::string_view kNegations =
    "aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither "
    "neednt never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent uh-uh without "
    "wont wouldnt rarely seldom despite";

/// Hash of a word to its traits; hashes of 64 bits do not meet among some 8,000 words.
struct SameHash {
    std::size_t operator()(std::uint64_t hash) const { return static_cast<std::size_t>(hash); }
};
using TraitsTable = std::unordered_map<std::uint64_t, VaderTraits, SameHash>;

template <class Change>
void forEachWord(std::string_view list, Change&& change)
{
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        change(list.substr(0, space));
        list = space == std::string_view::npos ? std::string_view() : list.substr(space + 1);
    }
}

void addLexicon(TraitsTable& table, std::string_view lines)
{
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
            VaderTraits& traits = table[wordHash(line.substr(0, tab))];
            traits.valence = std::strtof(std::string(line.substr(tab + 1)).c_str(), nullptr);
            traits.hasValence = true;
        }
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    }
}

TraitsTable builtTable()
{
    TraitsTable table;
    table.reserve(16'384);
    addLexicon(table, kVaderLexicon);
    forEachWord(kBoosters, [&](std::string_view word) { table[wordHash(word)].booster = kBoost; });
    forEachWord(kDampeners, [&](std::string_view word) { table[wordHash(word)].booster = -kBoost; });
    forEachWord(kNegations, [&](std::string_view word) { table[wordHash(word)].isNegation = true; });
    return table;
}

bool isPunctuation(char c)
{
    return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') &&
           !(c >= 'A' && c <= 'Z');
}

/// Collects the characters of one text.
class Splitter {
public:
    explicit Splitter(std::string_view text)
    {
        m_text.lower.reserve(text.size());
        m_text.words.reserve(text.size() / 5 + 1);
    }

    void add(char32_t c)
    {
        m_text.exclamations += c == '!' ? 1 : 0;
        m_text.questions += c == '?' ? 1 : 0;
        if (isSpace(c)) {
            endWord();
        } else if (const float valence = c >= 0x203C ? emojiValence(c) : 0; valence != 0) {
            endWord();
            addEmoji(c, valence);
        } else {
            const char32_t plain = c == 0x2019 ? U'\'' : c;
            const char32_t small = lowered(plain);
            m_hasUpper = m_hasUpper || small != plain;
            m_hasLower = m_hasLower || (small == plain && isLetter(plain));
            appendUtf8(m_text.lower, small);
        }
    }

    VaderText finished()
    {
        endWord();
        std::size_t upper = 0;
        for (const VaderWord& word : m_text.words) {
            upper += word.isUpper ? 1U : 0U;
        }
        m_text.isCapsMixed = upper > 0 && upper < m_text.words.size();
        return std::move(m_text);
    }

private:
    void addEmoji(char32_t c, float valence)
    {
        VaderWord word;
        word.begin = m_begin;
        appendUtf8(m_text.lower, c);
        word.end = m_text.lower.size();
        word.traits.valence = valence;
        word.traits.hasValence = true;
        m_text.words.push_back(word);
        m_begin = word.end;
    }

    /// Emoticons stay whole: what would leave two characters or less is not cut.
    void endWord()
    {
        const std::string& lower = m_text.lower;
        if (m_begin == lower.size()) {
            return;
        }
        std::size_t begin = m_begin;
        std::size_t end = lower.size();
        while (begin < end && isPunctuation(lower[begin])) {
            ++begin;
        }
        while (end > begin && isPunctuation(lower[end - 1])) {
            --end;
        }
        if (end - begin <= 2) {
            begin = m_begin;
            end = lower.size();
        }
        const std::string_view word = std::string_view(lower).substr(begin, end - begin);
        m_text.words.push_back({begin, end, vaderTraits(word), m_hasUpper && !m_hasLower});
        m_begin = lower.size();
        m_hasUpper = m_hasLower = false;
    }

    VaderText m_text;
    std::size_t m_begin = 0;
    bool m_hasUpper = false;
    bool m_hasLower = false;
};

} // namespace

VaderTraits vaderTraits(std::string_view word)
{
    static const TraitsTable table = builtTable();
    const auto found = table.find(wordHash(word));
    VaderTraits traits = found == table.end() ? VaderTraits{} : found->second;
    traits.isNegation = traits.isNegation || word.find("n't") != std::string_view::npos;
    return traits;
}

VaderText vaderText(std::string_view text)
{
    Splitter splitter(text);
    for (std::size_t at = 0; at < text.size();) {
        splitter.add(decodeAt(text, at));
    }
    return splitter.finished();
}

} // namespace parley::server::nlp
