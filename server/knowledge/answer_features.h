// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/answer_candidates.h"
#include "server/knowledge/confidence.h"

#include <cstddef>
#include <vector>

namespace parley::server::knowledge {

/// What speaks for and against an answer.
/// @param chosen  indices of the candidates that the answer is made of
/// @param best  the one of them that it was built around
/// @param question  tokens of the question
ConfidenceFeatures featuresOf(const SearchResult& found,
                              const TermMatcher& matcher,
                              const std::vector<Candidate>& candidates,
                              const std::vector<std::size_t>& chosen,
                              std::size_t best,
                              const std::vector<nlp::Token>& question);

} // namespace parley::server::knowledge
