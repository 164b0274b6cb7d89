// SPDX-License-Identifier: MIT
#include "server/nlp/intent/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace parley::server::nlp {
namespace {

// Shares of the groups in the square length; measured by cross validation on several public sets, see
// resources/docs/quality.md. Flat: halving one changes accuracy by less than half a point.
constexpr float kConceptsOfFew = 1.0F;
constexpr float kConceptsOfMany = 0.5F;
constexpr double kFew = 20;
constexpr double kMany = 80;
// From so many texts on, sequences seen once are left out: half of all features, nothing in accuracy.
constexpr std::size_t kManyTexts = 2000;

float conceptShare(double perLabel)
{
    const double at = std::log(std::clamp(perLabel, kFew, kMany) / kFew) / std::log(kMany / kFew);
    return kConceptsOfFew + static_cast<float>(at) * (kConceptsOfMany - kConceptsOfFew);
}

/// The square root of the usual smoothed idf: rare words of short texts say less than idf claims.
float weightOf(std::size_t texts, std::size_t withFeature)
{
    const double ratio = (1.0 + static_cast<double>(texts)) / (1.0 + static_cast<double>(withFeature));
    return static_cast<float>(std::sqrt(std::log(ratio) + 1));
}

bool isKeptWhenSeenOnce(std::uint64_t key)
{
    const FeatureGroup group = groupOf(key);
    return group == FeatureGroup::Words || group == FeatureGroup::Stems || group == FeatureGroup::Concepts;
}

} // namespace

GroupShares groupShares(double perLabel)
{
    const float concepts = conceptShare(perLabel);
    return {1, 1, 1, 0.5F, 1, 2, concepts, concepts, 0};
}

GroupShares groupSharesOfSets()
{
    return {1, 1, 1, 0.5F, 0.5F, 2, 1, 0.5F, 0};
}

Vocabulary::Vocabulary(std::span<const std::vector<TextFeature>> texts, const GroupShares& shares)
    : m_groupShares(shares)
{
    FeatureIndex seen;
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> counts;
    for (const std::vector<TextFeature>& text : texts) {
        for (const TextFeature& feature : text) {
            const std::uint32_t number = seen.add(feature.key);
            if (number == keys.size()) {
                keys.push_back(feature.key);
                counts.push_back(0);
            }
            ++counts[number];
        }
    }
    const bool many = texts.size() >= kManyTexts;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!many || counts[i] > 1 || isKeptWhenSeenOnce(keys[i])) {
            m_index.add(keys[i]);
            m_weights.push_back(weightOf(texts.size(), counts[i]));
        }
    }
    m_unknownWeight = weightOf(texts.size(), 1);
}

SparseVector Vocabulary::trainingVector(std::span<const TextFeature> features) const
{
    return vectorOf(features, false);
}

SparseVector Vocabulary::queryVector(std::span<const TextFeature> features) const
{
    return vectorOf(features, true);
}

SparseVector Vocabulary::vectorOf(std::span<const TextFeature> features, bool unknownCounts) const
{
    SparseVector x;
    x.index.reserve(features.size());
    x.value.reserve(features.size());
    float total = 0;
    for (std::size_t at = 0; at < features.size();) { // one group a round: they are sorted
        const FeatureGroup group = groupOf(features[at].key);
        const std::size_t first = x.value.size();
        float squares = 0;
        for (; at < features.size() && groupOf(features[at].key) == group; ++at) {
            const float count =
                features[at].count == 1 ? 1.0F : 1 + std::log(static_cast<float>(features[at].count));
            const std::uint32_t number = m_index.find(features[at].key);
            if (number == FeatureIndex::kAbsent) {
                const float value = count * m_unknownWeight;
                squares += unknownCounts ? value * value : 0;
                continue;
            }
            x.add(number, count * m_weights[number]);
            squares += x.value.back() * x.value.back();
        }
        if (squares > 0) {
            const float share = m_groupShares[static_cast<std::size_t>(group)];
            total += share;
            const float scale = std::sqrt(share / squares);
            std::for_each(x.value.begin() + static_cast<std::ptrdiff_t>(first),
                          x.value.end(),
                          [scale](float& value) { value *= scale; });
        }
    }
    const float scale = total > 0 ? 1 / std::sqrt(total) : 0;
    std::for_each(x.value.begin(), x.value.end(), [scale](float& value) { value *= scale; });
    return x;
}

void appendDense(SparseVector& x, std::size_t words, std::span<const float> embedding, float share)
{
    float squares = 0;
    for (const float value : embedding) {
        squares += value * value;
    }
    if (squares <= 0 || !std::isfinite(squares)) {
        return;
    }
    const float ofWords = std::sqrt(1 - share);
    for (float& value : x.value) {
        value *= ofWords;
    }
    const float scale = std::sqrt(share / squares);
    for (std::size_t i = 0; i < embedding.size(); ++i) {
        x.add(static_cast<std::uint32_t>(words + i), embedding[i] * scale);
    }
}

} // namespace parley::server::nlp
