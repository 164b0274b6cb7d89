// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace parley::server::nlp {

/// A message with a word more for each thing it is about and each way it speaks ("cueinvoice"): what a model
/// learns of one wording holds for the others too.
/// @source resources/understanding/classes/cues.txt
std::string withCues(std::string_view subject, std::string_view text, double sentiment);

/// The lines of resources/understanding/classes/cues.txt and the sections about questions and anger of the
/// escalation rules, as phrase_syntax.h describes them.
std::span<const std::string_view> classCueLines();

} // namespace parley::server::nlp
