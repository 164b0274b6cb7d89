// SPDX-License-Identifier: MIT
#include "server/nlp/intent/multi_label_model.h"

#include "server/nlp/intent/intent_training.h"
#include "server/nlp/intent/multi_label_training.h"

namespace parley::server::nlp {

struct MultiLabelModel::Parts {
    TrainedLabels trained;
};

MultiLabelModel::MultiLabelModel(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
MultiLabelModel::~MultiLabelModel() = default;

Result<std::shared_ptr<const MultiLabelModel>>
MultiLabelModel::train(std::span<const MultiLabelExample> examples, std::uint64_t seed)
{
    auto trained = trainLabels(examples, seed);
    if (!trained) {
        return fail(std::move(trained).error());
    }
    auto parts = std::make_unique<const Parts>(Parts{*std::move(trained)});
    return std::shared_ptr<const MultiLabelModel>(new MultiLabelModel(std::move(parts)));
}

std::vector<IntentGuess> MultiLabelModel::classify(std::string_view text) const
{
    constexpr double kGiven = 0.5;
    const TrainedLabels& trained = m_parts->trained;
    const std::string_view part = readablePart(text);
    const std::vector<TextFeature> features = featuresOf(part, trained.languages.of(part));
    if (features.empty()) {
        return {};
    }
    SparseVector x = trained.vocabulary.queryVector(features);
    x.add(static_cast<std::uint32_t>(trained.vocabulary.size()), 1); // the bias
    const std::vector<float> scores = trained.model.scores(x);
    std::vector<IntentGuess> guesses;
    for (std::size_t c = 0; c < scores.size(); ++c) {
        const double probability = trained.probability(static_cast<double>(scores[c]));
        if (probability >= kGiven) {
            guesses.push_back({trained.labels[c], probability});
        }
    }
    return guesses;
}

std::vector<std::string> MultiLabelModel::labels() const
{
    return m_parts->trained.labels;
}

} // namespace parley::server::nlp
