// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::cache {

/// One word of a question, before it is known what it says.
struct Word {
    std::string text;
    bool isName = false;
    bool isFigure = false;  ///< a number, an id, an address
    bool isAcronym = false; ///< in capitals where they are no habit: "IT", "US", "vitamin A"
    bool isAfterComma = false;
};

/// The words of a text: folded, contractions expanded, signs that mean something as words, "10gb" as two.
/// @param tokens  of `text`
std::vector<Word> wordsOf(std::string_view text, const std::vector<nlp::Token>& tokens);

/// The same with phrases as what they are read as ("?how"). English alone.
/// @param isGeneric  is set where "you" is whoever asks: "how do you clean your ears?"
std::vector<Word> rephrased(const std::vector<Word>& words, bool& isGeneric);

} // namespace parley::server::cache
