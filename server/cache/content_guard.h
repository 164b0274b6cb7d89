// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/question_reading.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace parley::server::cache {

/// What two questions do not agree on.
enum class Disagreement {
    None,
    Language,
    Question, ///< how, what, why, whether ...
    Number,
    Name,
    Negation,
    Opposite, ///< one says "enable" where the other says "disable"
    Quantity,
    Relation, ///< before, without, if ...
    Word,
    Time, ///< past, present, future; can, must, should
    Person,
    Order,   ///< the same words, but who does what to whom may differ
    Context, ///< it points at what it does not name: "this problem"
};

/// "number", "word_order", ...: how a trace names it; "none".
std::string_view disagreementName(Disagreement disagreement);

/// How alike two questions are that agree, as numbers for the probability.
struct PairFeatures {
    double moves = 0;    ///< something stands elsewhere, which order allows
    double synonyms = 0; ///< words that are equal by a group alone
    double forms = 0;    ///< words of the same stem with other endings
    double gerunds = 0;  ///< -ing in one of the two alone
    double light = 0;    ///< words that say nothing and stand in one of the two alone
    double links = 0;    ///< light prepositions that differ
    double owners = 0;   ///< my, your: in one of the two alone
    double units = 0;    ///< things said
    double manner = 0;   ///< can for should and the like, where it does not matter
    bool isQuestion = false;
};

struct PairComparison {
    Disagreement disagreement = Disagreement::None;
    PairFeatures features;
    /// Share of the units of both that the other one has, 0..1.
    double overlap = 0;
};

/// Whether two questions say the same things of the same things. @thread any
PairComparison compareQuestions(const QuestionReading& a, const QuestionReading& b);

} // namespace parley::server::cache
