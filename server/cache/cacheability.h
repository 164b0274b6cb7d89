// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/question_reading.h"
#include "server/nlp/entities/entities.h"

#include <span>
#include <string>
#include <string_view>

namespace parley::server::cache {

/// Why the answer to this question is nobody else's: "personal_data", "case_specific" (an order, a date or a
/// state of one's own), "depends_on_context" ("this one"), "too_long", "no_question"; empty: it may be
/// shared.
/// @param entities  of the question
std::string questionRefusal(std::string_view question,
                            const QuestionReading& reading,
                            std::span<const nlp::Entity> entities);

/// The same of an answer that a person wrote: whom it names, what it says was done.
std::string answerRefusal(std::string_view answer);

} // namespace parley::server::cache
