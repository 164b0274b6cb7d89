// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"
#include "server/nlp/intent_llm/example_finder.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What the model may answer when none of the labels fits.
inline constexpr std::string_view kNoIntent = "none";

/// The labels that one prompt offers: those of the best matches and the local guesses, at most so many,
/// sorted.
std::vector<std::string>
offeredLabels(const ExampleFinder::Matches& matches, std::span<const IntentGuess> local, std::size_t most);

/// Labels with their examples, and the message as a JSON text, so that nothing in it looks like a part of the
/// prompt.
std::vector<llm::ChatMessage> intentPrompt(std::string_view text,
                                           std::span<const std::string> labels,
                                           const ExampleFinder::Matches& matches);

/// {"intents": ["…"]} with the labels, or "none".
llm::AnswerSchema intentSchema(std::span<const std::string> labels);

/// The labels of an answer, each once, in its order; empty where it says "none".
/// @errors Upstream it is not that form, or names what was not offered, or more than kMaxIntents
Result<std::vector<std::string>> readIntents(std::string_view answer, std::span<const std::string> labels);

/// More than that nobody wants in one message; a model that names more names them all.
inline constexpr std::size_t kMaxIntents = 4;

} // namespace parley::server::nlp
