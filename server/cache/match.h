// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/content_guard.h"

#include <string_view>

namespace parley::server::cache {

/// How a new question stands to one that was answered.
struct Match {
    /// That both want the same answer, 0..1; 0 where the guard refuses.
    double probability = 0;
    bool isExact = false; ///< the same words
    Disagreement disagreement = Disagreement::None;
    double overlap = 0; ///< share of what both say, 0..1
};

/// What the cache thinks of two questions: the same to the letter (but case, punctuation, ...), or similar
/// enough as far as the content guard lets them pass.
/// @thread any
Match matchQuestions(std::string_view a, std::string_view b);

/// The same for questions that were read already and are not equal.
Match matchReadings(const QuestionReading& a, const QuestionReading& b);

} // namespace parley::server::cache
