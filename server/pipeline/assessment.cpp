// SPDX-License-Identifier: MIT
#include "server/pipeline/assessment.h"

namespace parley::server::pipeline {

namespace {

const agents::ConfidenceModel& modelOf(const Turn& turn)
{
    static const agents::ConfidenceModel kShipped;
    return turn.understanding ? turn.understanding->confidence() : kShipped;
}

} // namespace

void assess(Turn& turn)
{
    agents::AnswerEvidence evidence;
    evidence.retrieval = turn.draft.confidence.features;
    evidence.inScope = turn.judgement.inScope;
    evidence.margin = turn.judgement.intentMargin;
    evidence.sentiment = turn.sentiment.value_or(0);
    evidence.risk = turn.judgement.risk;
    evidence.grounded = turn.grounding;
    evidence.ownScore = turn.modelScore;
    turn.judgement.features = agents::featuresOf(evidence);
    turn.judgement.isMade = true;
    // Nothing found is nothing to be sure of, whatever the rest says.
    turn.confidence = turn.draft.sentences.empty() ? 0 : modelOf(turn).confidence(turn.judgement.features);
}

double thresholdOf(const Turn& turn)
{
    return turn.understanding ? turn.understanding->thresholdOf(turn.agent)
                              : knowledge::kDefaultConfidenceThreshold;
}

nlohmann::json explained(const Turn& turn)
{
    nlohmann::json json = agents::factorsJson(modelOf(turn), turn.judgement.features);
    json["confidence"] = turn.confidence;
    json["threshold"] = turn.threshold;
    return json;
}

std::string factorsText(const Turn& turn)
{
    return turn.judgement.isMade ? agents::factorsJson(modelOf(turn), turn.judgement.features).dump()
                                 : std::string();
}

} // namespace parley::server::pipeline
