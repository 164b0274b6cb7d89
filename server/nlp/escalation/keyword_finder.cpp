// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/keyword_finder.h"

#include "server/nlp/code_points.h"
#include "server/nlp/language.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {

namespace {

/// A message is read as far as the rest of the pipeline reads it.
constexpr std::size_t kMostBytes = 64 * 1024;
/// Shorter words have no endings to take away, and their stems are like other words.
constexpr std::size_t kShortestStemmed = 4;
constexpr std::array kLanguages{Language::English,
                                Language::German,
                                Language::Spanish,
                                Language::French,
                                Language::Italian,
                                Language::Portuguese,
                                Language::Dutch,
                                Language::Russian};

std::string stemOf(const Token& token, Language language)
{
    return token.kind == TokenKind::Word && token.text.size() >= kShortestStemmed ? stem(token.text, language)
                                                                                  : std::string();
}

/// A word of a message.
struct Read {
    std::string folded;
    std::string stem; ///< in the message's language; empty: it has none
};

} // namespace

KeywordFinder::KeywordFinder(const std::vector<std::string>& keywords)
{
    for (const std::string& keyword : keywords) {
        Phrase phrase{keyword, {}};
        for (const Token& token : tokenize(keyword)) {
            Word word;
            word.folded = folded(token.text);
            word.isPrefix = token.end < keyword.size() && keyword[token.end] == '*';
            for (const Language language : kLanguages) {
                if (std::string stemmed = stemOf(token, language); !stemmed.empty()) {
                    word.stems.push_back(std::move(stemmed));
                }
            }
            std::sort(word.stems.begin(), word.stems.end());
            word.stems.erase(std::unique(word.stems.begin(), word.stems.end()), word.stems.end());
            phrase.words.push_back(std::move(word));
        }
        if (!phrase.words.empty()) {
            m_phrases.push_back(std::move(phrase));
        }
    }
}

std::optional<std::string> KeywordFinder::find(std::string_view text) const
{
    if (m_phrases.empty()) {
        return std::nullopt;
    }
    const std::vector<Token> tokens = tokenize(text.substr(0, kMostBytes));
    const Language language = guessLanguage(tokens).language;
    std::vector<Read> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) {
        words.push_back({folded(token.text), stemOf(token, language)});
    }
    const auto fits = [](const Word& wanted, const Read& word) {
        if (wanted.isPrefix ? word.folded.starts_with(wanted.folded) : word.folded == wanted.folded) {
            return true;
        }
        if (word.stem.empty() || wanted.isPrefix) {
            return false;
        }
        // A short keyword has no stem of its own, but may be that of a longer word: hub, hubs.
        return word.stem == wanted.folded ||
               std::binary_search(wanted.stems.begin(), wanted.stems.end(), word.stem);
    };
    for (const Phrase& phrase : m_phrases) {
        const auto found =
            std::search(words.begin(),
                        words.end(),
                        phrase.words.begin(),
                        phrase.words.end(),
                        [&](const Read& word, const Word& wanted) { return fits(wanted, word); });
        if (found != words.end()) {
            return phrase.keyword;
        }
    }
    return std::nullopt;
}

} // namespace parley::server::nlp
