// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// What form an answer should have.
enum class QuestionKind {
    Open,     ///< nothing special
    Amount,   ///< how much, how many: a number
    Time,     ///< when, how long: a time
    Steps,    ///< how do I: instructions
    Decision, ///< yes or no
    Fact,     ///< which, who, what is: a name or a property
};

/// By its first words, in English, German, Spanish and French.
QuestionKind questionKind(const std::vector<nlp::Token>& tokens);

/// What "how many" asks to count, "gardens" of "How many gardens ...?"; empty where nothing is counted.
std::string countedWord(const std::vector<nlp::Token>& tokens);

/// What of the forms that a question may ask for a sentence has.
struct Given {
    bool digit = false;
    bool clock = false;  ///< "14:00", "2 pm"
    bool time = false;   ///< a word of time: "days"
    bool amount = false; ///< a number in words, or that it is free
};

/// @param tokens  of the sentence
Given givenIn(std::string_view sentence, const std::vector<nlp::Token>& tokens);

/// How far a sentence has the form that `kind` asks for, 0..1: a time for Time, a figure for Amount; the
/// others ask for none. "How long" may ask for a length, so that a mere figure is most of a time.
double givenOf(QuestionKind kind, const Given& given);

} // namespace parley::server::knowledge
