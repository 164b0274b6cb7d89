// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/confidence.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// Section of a tenant's settings that holds these.
inline constexpr std::string_view kAnsweringSection = "answering";

/// How a tenant wants its customers answered.
struct AnsweringSettings {
    /// Least confidence to answer with, 0..1; an agent's own goes first.
    double confidenceThreshold = knowledge::kDefaultConfidenceThreshold;
    bool usesCache = true;
    /// Least probability that two questions want the same answer, 0..1.
    double cacheThreshold = 0.9;
    int cacheTtlDays = 7;
    /// Words that send a message to a person at once.
    std::vector<std::string> escalateKeywords;
    /// Each sentence of a model's answer is checked against the passages before the customer sees it. Without
    /// it tokens are passed on as they come.
    bool checksSentences = true;
    /// Earlier conversations of a verified customer are told to the agents.
    bool usesMemory = true;
    /// Rounds of tool calls in one answer.
    int toolSteps = 4;
    /// Tokens of one answer.
    int answerTokens = 800;
};

/// @param section  as the store holds it; may be empty
/// @errors InvalidArgument naming every field that is wrong
Result<AnsweringSettings> readAnsweringSettings(const nlohmann::json& section);

/// Names of all fields of the section.
std::span<const std::string_view> answeringFields();

nlohmann::json answeringSettingsJson(const AnsweringSettings& settings);

} // namespace parley::server::agents
