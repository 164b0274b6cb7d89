// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::nlp {

/// English words that customers use for much the same thing: one concept a string, its words apart by
/// spaces.
std::span<const std::string_view> englishConcepts();

} // namespace parley::server::nlp
