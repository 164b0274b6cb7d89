// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/pipeline/turn.h"
#include "shared/core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace parley::server::pipeline {

/// The turn of a run that has ended or paused, read back from what it wrote; none while it is still running.
/// @errors NotFound no such run; Storage
Result<std::optional<proto::Turn>>
storedOutcome(store::ReadTransaction& tx, const desk::Services& services, const RunId& run);

/// The turn of a message that no agent answers, because a person owns the conversation. @errors Storage
Result<proto::Turn> heldOutcome(store::ReadTransaction& tx,
                                const desk::Services& services,
                                const ConversationId& conversation,
                                const MessageId& message);

/// Ends a run whose reply may not be sent any more: the draft stays in its trace as a suggestion. @errors
/// Storage
Result<proto::Turn> cancelRun(store::Transaction& tx, const desk::Services& services, const Turn& turn);

/// What the message said of the customer's mood, and what the agents now wait for. Writes only what changed.
/// @errors Storage
Result<void> noteMood(store::Transaction& tx, const desk::Services& services, const Turn& turn);

/// What of a reply the log does not keep, for the run's state: a repeated request gets the same answer.
nlohmann::json replyState(const Turn& turn);

/// Keeps for the charts what a turn came to, in the transaction that ends its run. @param outcome  as
/// store::TurnFacts has it @return the conversation's channel @errors Storage
Result<std::string>
noteFacts(store::Transaction& tx, const Turn& turn, std::string_view outcome, std::int64_t nowMs);

/// The names alone.
std::vector<std::string> labelsOf(const std::vector<nlp::IntentGuess>& guesses);

/// How a run ends, with the trace as far as it goes. @param last  the node that ends it
store::RunEnd endOf(const Turn& turn, std::string_view status, std::string_view last, std::int64_t nowMs);

} // namespace parley::server::pipeline
