// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/confidence.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// What is known of an answer when it is judged. Before the first token nothing is known of its sentences.
struct AnswerEvidence {
    knowledge::ConfidenceFeatures retrieval;
    /// Of the tenant's classifier; none where its agents have no examples.
    std::optional<double> inScope; ///< 0..1: the message belongs to any agent
    std::optional<double> margin;  ///< 0..1: the first agent is ahead of the second
    double sentiment = 0;          ///< -1..1
    double risk = 0;               ///< 0..1: how likely the rules give such a message to a person
    /// The share of the answer's sentences that the passages support; none before the check.
    std::optional<double> grounded;
    /// What a model thinks of its own answer, 0..1: one weak sign among the others.
    std::optional<double> ownScore;
};

inline constexpr std::size_t kConfidenceFeatures = knowledge::kConfidenceTerms + 6;
/// What the weights are multiplied with, about -1..1 each; 0 says nothing, so what is not known counts
/// nothing.
using FeatureVector = std::array<double, kConfidenceFeatures>;

FeatureVector featuresOf(const AnswerEvidence& evidence);
/// "coverage", "out_of_scope", …: as traces, tickets and stored outcomes name them.
std::string_view featureName(std::size_t index);

/// A vector by names, without its zeros and rounded to thousandths; and back, unknown names left out.
nlohmann::json featuresJson(const FeatureVector& features);
FeatureVector featuresFrom(const nlohmann::json& named);

/// One reason for a confidence.
struct ConfidenceFactor {
    std::string_view name;
    double value = 0;
    double contribution = 0; ///< in log odds: what it added to or took from the sum
};

/// How sure an answer is, computed by a logistic: the shipped one, or one fitted to what a tenant's
/// supporters did with drafts. @thread any; it never changes
class ConfidenceModel {
public:
    /// With the shipped weights.
    ConfidenceModel();
    ConfidenceModel(double bias, const FeatureVector& weights) : m_bias(bias), m_weights(weights) {}

    /// 0..1
    [[nodiscard]] double confidence(const FeatureVector& features) const;
    /// What made it, the strongest first, without what counted nothing.
    [[nodiscard]] std::vector<ConfidenceFactor> factors(const FeatureVector& features) const;

    [[nodiscard]] double bias() const { return m_bias; }
    [[nodiscard]] const FeatureVector& weights() const { return m_weights; }

    /// `{"bias", "weights": {name: number}}`; back: what is missing or no number is as shipped.
    [[nodiscard]] nlohmann::json asJson() const;
    static ConfidenceModel from(const nlohmann::json& stored);

private:
    double m_bias;
    FeatureVector m_weights;
};

/// `{"base", "factors": [{"name", "value", "contribution"}]}`, rounded to thousandths: how traces and tickets
/// say what made a confidence. @param most  factors named
nlohmann::json factorsJson(const ConfidenceModel& model, const FeatureVector& features, std::size_t most = 8);

} // namespace parley::server::agents
