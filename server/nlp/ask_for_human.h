// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::nlp {

/// Whether a customer asks to talk to a person instead of a machine, in English, German, Spanish or French:
/// "talk to a human", "agent please", "ich möchte mit einem Mitarbeiter sprechen". A refusal ("I don't want a
/// human") and words that only look like it ("human resources", "do you have insurance agents?") do not
/// count.
/// @param text  the customer's message, UTF-8
/// @thread any
bool asksForHuman(std::string_view text);

} // namespace parley::server::nlp
