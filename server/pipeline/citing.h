// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"

#include <cstddef>
#include <string>

namespace parley::server::pipeline {

/// Puts the passage among the reply's citations, unless its document is there already.
/// @return the number by which the reply names it, from 1
std::size_t cite(Turn& turn, const knowledge::Hit& hit);

/// The mark behind the last sentence of a source: " [1]".
std::string citationMark(std::size_t source);

} // namespace parley::server::pipeline
