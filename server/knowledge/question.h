// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/tokens.h"

#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// What form an answer should have.
enum class QuestionKind {
    Open,    ///< nothing special
    Amount,  ///< how much, how many: a number
    Time,    ///< when, how long: a time
    Steps,   ///< how do I: instructions
    Decision ///< yes or no
};

/// By its first words, in English, German, Spanish and French.
QuestionKind questionKind(const std::vector<nlp::Token>& tokens);

/// Whether a sentence has what `kind` asks for; Open, Steps and Decision ask for nothing.
bool givesWhatIsAsked(QuestionKind kind, std::string_view sentence);

} // namespace parley::server::knowledge
