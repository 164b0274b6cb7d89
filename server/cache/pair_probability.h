// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/content_guard.h"

namespace parley::server::cache {

/// The probability that two questions that agree (see compareQuestions) want the same answer, 0..1.
double pairProbability(const PairFeatures& features);

} // namespace parley::server::cache
