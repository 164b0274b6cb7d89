// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::nlp {

/// The lines of resources/understanding/escalation, as phrase_syntax.h describes them.
std::span<const std::string_view> escalationLines();

} // namespace parley::server::nlp
