// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/confidence_model.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace parley::server::agents {

/// How an answer was judged, as its run keeps it: for learning, and for replaying at another threshold.
struct StoredAssessment {
    /// answer, clarify, bridge: what the customer got
    std::string kind;
    std::string agent;
    double confidence = 0; ///< the last: after the check, where there was one
    double threshold = 0;
    /// Only the threshold kept it from the customer; otherwise no other threshold would have let it out.
    bool isHeld = false;
    FeatureVector features{};
};

/// What the reply of a run's state has beside its kind, agent and confidence.
nlohmann::json assessmentJson(double threshold, bool isHeld, const FeatureVector& features);

/// @param state  of a run, JSON; none where nothing was judged
std::optional<StoredAssessment> storedAssessment(const std::string& state);

/// The field of the reply that holds assessmentJson().
inline constexpr const char* kAssessmentField = "assessment";

} // namespace parley::server::agents
