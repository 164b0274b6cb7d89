// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/tokens.h"

#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// The languages whose words are stemmed; `Other` is compared by its surface.
enum class Language { English, German, Spanish, French, Italian, Portuguese, Dutch, Russian, Other };

/// "en", "de", ...; `Other` is "und".
std::string_view languageCode(Language language);

struct LanguageGuess {
    Language language = Language::English;
    /// Share of the words that are common ones of the language; 0 = nothing spoke for it.
    double share = 0;
};

/// By script, then by common words; English where nothing decides. Cheap, wrong on very short texts.
LanguageGuess guessLanguage(const std::vector<Token>& tokens);

/// @param word  lower case, folded
bool isStopWord(std::string_view word, Language language);

/// Words that say that somebody asks, not what for ("want", "please", "possible"): they count little.
/// @param word  lower case, folded
bool isFillerWord(std::string_view word, Language language);

/// Words that turn a statement round ("not", "never", "kein"), in any of the languages, contractions
/// included.
/// @param word  lower case, folded
bool isNegation(std::string_view word);

} // namespace parley::server::nlp
