// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/dense_rows.h"
#include "server/nlp/intent/feature_index.h"
#include "server/nlp/intent/text_features.h"

#include <array>
#include <span>
#include <vector>

namespace parley::server::nlp {

/// Share of each FeatureGroup in the square length of a text's vector, before it is brought to one.
using GroupShares = std::array<float, kFeatureGroups>;

/// For one label a text. @param perLabel  training texts a label, on average: the fewer, the more concepts
/// count
GroupShares groupShares(double perLabel);

/// For several labels a text: each shows in few words, so that pairs of words count less.
GroupShares groupSharesOfSets();

/// The features of a training set with their weights: turns counts into vectors of length one.
class Vocabulary {
public:
    Vocabulary() = default;
    /// @param texts  the features of each training text
    Vocabulary(std::span<const std::vector<TextFeature>> texts, const GroupShares& shares);

    /// What is unknown is left out.
    [[nodiscard]] SparseVector trainingVector(std::span<const TextFeature> features) const;
    /// What is unknown counts in the length, so that a text of unknown words gets a short vector and low
    /// scores.
    [[nodiscard]] SparseVector queryVector(std::span<const TextFeature> features) const;

    [[nodiscard]] std::size_t size() const { return m_weights.size(); }
    [[nodiscard]] bool knows(std::uint64_t key) const { return m_index.find(key) != FeatureIndex::kAbsent; }
    [[nodiscard]] std::size_t bytes() const { return m_index.bytes() + m_weights.capacity() * sizeof(float); }

private:
    [[nodiscard]] SparseVector vectorOf(std::span<const TextFeature> features, bool unknownCounts) const;

    FeatureIndex m_index;
    std::vector<float> m_weights;
    float m_unknownWeight = 1;
    GroupShares m_groupShares{};
};

/// `x`, and behind its `words` features the embedding at `share` of the whole square length.
/// @param embedding  any length; one of zeros changes nothing
void appendDense(SparseVector& x, std::size_t words, std::span<const float> embedding, float share);

} // namespace parley::server::nlp
