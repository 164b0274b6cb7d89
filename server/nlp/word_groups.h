// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::nlp {

/// The other stems of the groups that a stem is in.
using WordGroups = std::unordered_map<std::string, std::vector<std::string>>;

/// @param groups  words apart by one space; a word may stand in several
WordGroups wordGroups(std::span<const std::string_view> groups, Language language);

/// Empty where `stem` is in none.
std::span<const std::string> othersOf(const WordGroups& groups, const std::string& stem);

} // namespace parley::server::nlp
