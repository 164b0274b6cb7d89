// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/question_reading.h"

#include <cstddef>
#include <span>
#include <vector>

namespace parley::server::cache {

enum class OrderVerdict { Same, Allowed, Different };

/// Whether the units of b stand in an order that means what that of a means: the same order, two things
/// joined by "and" or "or" the other way round, one part with a preposition of its own moved as a whole ("in
/// India, how ..." / "how ... in India"), or "the price of tea" for "the tea price".
/// @param partner  for each unit of a the place of its equal in b; all of b once
OrderVerdict
compareOrder(const QuestionReading& a, const QuestionReading& b, std::span<const std::size_t> partner);

} // namespace parley::server::cache
