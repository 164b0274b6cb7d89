// SPDX-License-Identifier: MIT
#include "server/agents/stored_assessment.h"

namespace parley::server::agents {

using nlohmann::json;

json assessmentJson(double threshold, bool isHeld, const FeatureVector& features)
{
    return {{"threshold", threshold}, {"held", isHeld}, {"features", featuresJson(features)}};
}

std::optional<StoredAssessment> storedAssessment(const std::string& state)
{
    const json whole = json::parse(state, nullptr, false);
    if (!whole.is_object() || !whole.contains("reply") || !whole["reply"].is_object() ||
        !whole["reply"].contains(kAssessmentField)) {
        return std::nullopt;
    }
    try {
        const json& reply = whole["reply"];
        const json& kept = reply.at(kAssessmentField);
        StoredAssessment assessment;
        assessment.kind = reply.at("kind").get<std::string>();
        assessment.agent = reply.at("agent").get<std::string>();
        assessment.confidence = reply.at("confidence").get<double>();
        assessment.threshold = kept.at("threshold").get<double>();
        assessment.isHeld = kept.at("held").get<bool>();
        assessment.features = featuresFrom(kept.at("features"));
        return assessment;
    } catch (const json::exception&) {
        return std::nullopt; // written by another version
    }
}

} // namespace parley::server::agents
