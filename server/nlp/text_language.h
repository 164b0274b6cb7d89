// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <string>
#include <string_view>

namespace parley::server::nlp {

/// The language of a text, of some eighty.
struct TextLanguage {
    std::string code = "und"; ///< ISO 639-1 where there is one: "en", "uk", "zh"; "und": nobody can say
    bool isReliable = false;  ///< enough of the text spoke for it
};

/// By its common words where most of them are of a language whose words are known, else by CLD2 where Parley
/// was built with it, else by its script. At most the first 2,000 bytes are read.
/// @param text  UTF-8, any bytes
/// @thread any
TextLanguage textLanguage(std::string_view text);

/// The same where the tokens of the text are there already. @param guess  guessLanguage of them
TextLanguage textLanguage(std::string_view text, const LanguageGuess& guess);

} // namespace parley::server::nlp
