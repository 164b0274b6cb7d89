// SPDX-License-Identifier: MIT
#include "server/nlp/intent/text_languages.h"

#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

// A language of fewer examples is more often a wrong guess than a language.
constexpr double kSmallestShare = 0.1;
constexpr std::size_t kLanguages = static_cast<std::size_t>(Language::Other) + 1;
// Enough to know the languages; guessing for all would cost a tenth of the training.
constexpr std::size_t kMostGuesses = 1000;

} // namespace

TextLanguages::TextLanguages(std::span<const std::string_view> examples)
{
    std::array<double, kLanguages> counts{};
    const std::size_t step = examples.size() / kMostGuesses + 1;
    double total = 0;
    for (std::size_t i = 0; i < examples.size(); i += step) {
        const LanguageGuess guess = guessLanguage(tokenize(examples[i]));
        // Where nothing speaks for a language the guess is a mere default.
        const double count = guess.share > 0 || guess.language != Language::English ? 1 : 0.1;
        counts[static_cast<std::size_t>(guess.language)] += count;
        total += count;
    }
    std::vector<Language> found;
    for (std::size_t i = 0; i < kLanguages; ++i) {
        if (counts[i] > 0 && counts[i] >= kSmallestShare * total) {
            found.push_back(static_cast<Language>(i));
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](Language a, Language b) {
        return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
    });
    if (!found.empty()) {
        m_languages = std::move(found);
    }
}

Language TextLanguages::of(std::string_view text) const
{
    if (m_languages.size() == 1) {
        return m_languages.front();
    }
    const LanguageGuess guess = guessLanguage(tokenize(text));
    const bool known = std::find(m_languages.begin(), m_languages.end(), guess.language) != m_languages.end();
    return known ? guess.language : m_languages.front();
}

} // namespace parley::server::nlp
