// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/intent_model.h"

#include <vector>

namespace parley::tests {

/// What a shop's five agents are for, in ten sentences each.
std::vector<server::nlp::IntentExample> shopExamples();

} // namespace parley::tests
