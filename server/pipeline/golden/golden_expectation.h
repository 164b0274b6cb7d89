// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/sandbox.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// What a golden question's answer must be.
struct GoldenExpectation {
    /// "answer", "clarify" or "handoff"
    std::string expects = "answer";
    /// Texts that must, or must not, stand in the reply; case, accents and white space do not count.
    std::vector<std::string> mustContain;
    std::vector<std::string> mustNotContain;
    /// A document that the reply must cite; empty: any, or none.
    std::string documentId;
    /// Name of the agent that must answer; empty: any.
    std::string agent;
    /// The customer's language.
    std::string locale = "en";
};

nlohmann::json expectationJson(const GoldenExpectation& expectation);
/// As expectationJson() wrote it.
GoldenExpectation readExpectation(const std::string& json);

/// Why a reply is not what was expected.
struct GoldenFault {
    /// The field of the expectation that is not met: "expects", "must_contain", ...
    std::string check;
    std::string message; ///< for operators
};

/// What came of a question.
struct GoldenVerdict {
    /// "passed", "failed", or "error": a failure on the way says nothing of the answer
    std::string outcome = "passed";
    std::vector<GoldenFault> faults;
};

GoldenVerdict judgeGolden(const GoldenExpectation& expectation, const SandboxOutcome& outcome);

} // namespace parley::server::pipeline
