// SPDX-License-Identifier: MIT
#include "server/nlp/intent/intent_model.h"

#include "server/nlp/intent/intent_training.h"

#include <algorithm>
#include <numeric>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kMostGuesses = 5;
constexpr std::size_t kMostChoices = 3;
// Below, a question about what was meant would be a guess itself.
constexpr double kFewestScope = 0.5;
// From here on one answer is right often enough not to ask.
constexpr double kSureProbability = 0.6;
// A choice must be this likely beside the first.
constexpr double kShareOfFirst = 0.5;
constexpr double kSmallestChoice = 0.12;

} // namespace

struct IntentModel::Parts {
    TrainedIntents trained;
};

IntentModel::IntentModel(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
IntentModel::~IntentModel() = default;

Result<std::shared_ptr<const IntentModel>> IntentModel::train(std::span<const IntentExample> examples,
                                                              const IntentTraining& options)
{
    auto trained = trainIntents(examples, options);
    if (!trained) {
        return fail(std::move(trained).error());
    }
    auto parts = std::make_unique<const Parts>(Parts{*std::move(trained)});
    return std::shared_ptr<const IntentModel>(new IntentModel(std::move(parts)));
}

Result<std::vector<std::string>> IntentModel::textsToEmbed(std::span<const IntentExample> examples)
{
    return textsOfTraining(examples);
}

IntentResult IntentModel::classify(std::string_view text, std::span<const float> embedding) const
{
    const TrainedIntents& trained = m_parts->trained;
    const std::string_view part = readablePart(text);
    const std::vector<TextFeature> features = featuresOf(part, trained.languages.of(part));
    if (features.empty()) {
        return {};
    }
    SparseVector x = trained.vocabulary.queryVector(features);
    if (trained.denseSize > 0 && embedding.size() == trained.denseSize) {
        appendDense(x, trained.vocabulary.size(), embedding, kDenseShare);
    }
    x.add(static_cast<std::uint32_t>(trained.vocabulary.size() + trained.denseSize), 1);
    std::vector<float> scores = trained.model.scores(x);
    IntentResult result;
    result.inScope = trained.scope(trained.scopeScore(scores, kNoLabel));
    scores.resize(trained.labels.size());
    const std::vector<double> probabilities = softmax(scores, trained.sharpness);
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t count = std::min(kMostGuesses, order.size());
    std::partial_sort(order.begin(),
                      order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(),
                      [&](std::size_t a, std::size_t b) {
                          return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                      });
    for (std::size_t i = 0; i < count; ++i) {
        result.guesses.push_back({trained.labels[order[i]], probabilities[order[i]]});
    }
    result.margin = result.guesses[0].probability - (count > 1 ? result.guesses[1].probability : 0);
    return result;
}

std::vector<std::string> IntentModel::labels() const
{
    return m_parts->trained.labels;
}

std::size_t IntentModel::bytes() const
{
    return sizeof(Parts) + m_parts->trained.vocabulary.bytes() + m_parts->trained.model.bytes();
}

std::vector<IntentGuess> clarificationChoices(const IntentResult& result)
{
    if (result.guesses.size() < 2 || result.inScope < kFewestScope ||
        result.guesses[0].probability >= kSureProbability) {
        return {};
    }
    const double least = std::max(kSmallestChoice, kShareOfFirst * result.guesses[0].probability);
    std::vector<IntentGuess> choices;
    for (const IntentGuess& guess : result.guesses) {
        if (guess.probability >= least) {
            choices.push_back(guess);
        }
    }
    // With many about equally likely none of them may be meant.
    return choices.size() < 2 || choices.size() > kMostChoices ? std::vector<IntentGuess>() : choices;
}

} // namespace parley::server::nlp
