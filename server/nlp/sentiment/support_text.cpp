// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_text.h"

#include "server/nlp/code_points.h"
#include "server/nlp/sentiment/vader_words.h"
#include "server/nlp/sentiment/word_hash.h"

#include <algorithm>
#include <string>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kShoutedLetters = 4;
constexpr std::size_t kShortText = 4;
constexpr std::size_t kSentences = 0xFFFF;

bool isApostrophe(char32_t c)
{
    return c == '\'' || c == 0x2019 || c == '`' || c == 0x2BC;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) { m_text.words.reserve(text.size() / 5 + 1); }

    void add(char32_t c)
    {
        if (isLetter(c) || isDigit(c)) {
            addLetter(c);
        } else if (isApostrophe(c)) {
            // l'app, j'ai, qu'il are two words each; I'm, can't are one.
            if ((m_letters == 1 && m_folded != "i") || m_folded == "qu") {
                endWord();
            } else if (!m_folded.empty()) {
                m_surface += '\'';
            }
        } else {
            endWord();
            addMark(c);
        }
        m_before = c;
    }

    SupportText finished()
    {
        endWord();
        endSentence(false);
        m_text.hashes.reserve(m_text.words.size());
        for (const SupportWord& word : m_text.words) {
            m_text.hashes.push_back(word.hash);
        }
        return std::move(m_text);
    }

private:
    void addLetter(char32_t c)
    {
        const char32_t small = lowered(c);
        appendFolded(m_folded, small);
        appendUtf8(m_surface, small);
        ++m_letters;
        m_capitals += small != c ? 1U : 0U;
        m_text.foreignLetters += c >= 0x370 && (c < 0x1E00 || c > 0x1EFF) ? 1U : 0U;
    }

    void addMark(char32_t c)
    {
        m_text.exclamations += c == '!' ? 1 : 0;
        const bool beginsWord = m_before == 0 || isSpace(m_before);
        m_text.marks += (c == '@' || c == '#') && beginsWord ? 1 : 0;
        m_text.marks += c == '/' && m_before == ':' ? 1 : 0;
        if (c == '?' || c == '!' || c == '.' || c == '\n' || c == 0x3002 || c == 0xFF1F) {
            endSentence(c == '?' || c == 0xFF1F);
        } else if (const float valence = c >= 0x203C ? emojiValence(c) : 0; valence != 0) {
            SupportWord word;
            word.hash = kEmojiHash;
            word.valence = valence;
            push(word);
        }
    }

    void endWord()
    {
        if (m_folded.empty()) {
            return;
        }
        SupportWord word;
        word.hash = wordHash(m_folded);
        const VaderTraits traits = vaderTraits(m_surface);
        word.valence = traits.valence;
        word.isNegation = traits.isNegation;
        word.isBut = m_folded == "but" || m_folded == "however";
        word.isShouted = m_capitals >= kShoutedLetters && m_capitals == m_letters;
        m_text.marks += m_folded == "rt" && m_capitals == 2 ? 1 : 0;
        const unsigned common = commonIn(word.hash);
        for (std::size_t i = 0; i < kCueLanguages; ++i) {
            m_text.common[i] += (common >> i) & 1U;
        }
        m_text.letters += m_letters;
        push(word);
        m_folded.clear();
        m_surface.clear();
        m_letters = m_capitals = 0;
    }

    void push(SupportWord word)
    {
        word.sentence = static_cast<std::uint16_t>(std::min(m_text.asks.size(), kSentences));
        m_text.words.push_back(word);
        m_hasWords = true;
    }

    /// A mark right behind another ends nothing, but a question mark makes a question of what it ends.
    void endSentence(bool asks)
    {
        if (m_hasWords) {
            m_text.asks.push_back(asks);
            m_hasWords = false;
        } else if (asks && !m_text.asks.empty()) {
            m_text.asks.back() = true;
        }
    }

    SupportText m_text;
    std::string m_folded;
    std::string m_surface;
    std::size_t m_letters = 0;
    std::size_t m_capitals = 0;
    char32_t m_before = 0;
    bool m_hasWords = false;
};

} // namespace

CueLanguage SupportText::language() const
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < kCueLanguages; ++i) {
        best = common[i] > common[best] ? i : best;
    }
    // One word in common is no language, unless the text has hardly more and none that English rates.
    const bool isShort =
        words.size() <= kShortText && std::none_of(words.begin(), words.end(), [](const auto& word) {
            return word.valence != 0 && word.hash != kEmojiHash;
        });
    return common[best] >= 2 || isShort ? static_cast<CueLanguage>(best) : CueLanguage::English;
}

SupportText supportText(std::string_view text)
{
    Splitter splitter(text);
    for (std::size_t at = 0; at < text.size();) {
        splitter.add(decodeAt(text, at));
    }
    return splitter.finished();
}

} // namespace parley::server::nlp
