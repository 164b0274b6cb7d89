// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::server::nlp {

/// A sentence and what it wants.
struct IntentExample {
    std::string text;
    /// A name in any spelling; isOutOfScopeLabel() ones are examples of what belongs nowhere.
    std::string label;
    /// What the example counts beside others, > 0; corrections of supporters may count more than 1.
    double weight = 1;
};

struct IntentGuess {
    std::string label;
    double probability = 0; ///< calibrated, 0..1, given that the text belongs to a label
};

struct IntentResult {
    std::vector<IntentGuess> guesses; ///< best first, up to 5; empty only for a text without any word
    double inScope = 0;               ///< 0..1: calibrated, that the text belongs to any label
    double margin = 0;                ///< probability of the first guess less that of the second
};

/// Embeddings of texts, one row each, all of the same length.
using EmbedTexts = std::function<Result<std::vector<std::vector<float>>>(std::span<const std::string> texts)>;

struct IntentTraining {
    std::uint64_t seed = 1;
    /// Optional. A model trained with it expects the embedding of each text it classifies, and does with the
    /// words alone where there is none.
    EmbedTexts embed;
};

/// "oos", "none", "unknown", "out_of_scope" in any case: labels that stand for "nothing of ours".
bool isOutOfScopeLabel(std::string_view label);

/// Says which of a tenant's labels a text belongs to, and whether it belongs to any. The same examples give
/// the same model in whatever order they come.
/// @thread any; it never changes
class IntentModel {
public:
    /// Seconds for ten thousand examples: call it on a worker.
    /// @errors InvalidArgument no example has both words and a label of its own; those of options.embed
    static Result<std::shared_ptr<const IntentModel>> train(std::span<const IntentExample> examples,
                                                            const IntentTraining& options = {});

    /// The texts whose vectors a training with these examples asks for: the examples, the names of their
    /// labels, and what stands for the rest of the world. For those who cannot wait inside train().
    /// @errors as train()
    static Result<std::vector<std::string>> textsToEmbed(std::span<const IntentExample> examples);

    IntentModel(const IntentModel&) = delete;
    IntentModel& operator=(const IntentModel&) = delete;
    ~IntentModel();

    /// @param text       any bytes; what is beyond its first 8,000 code points is not read
    /// @param embedding  that of `text` by the embedder of the training; may be empty
    [[nodiscard]] IntentResult classify(std::string_view text, std::span<const float> embedding = {}) const;

    /// Sorted, without those that mean "out of scope".
    [[nodiscard]] std::vector<std::string> labels() const;
    /// About what the model holds in memory.
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Parts;
    explicit IntentModel(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> m_parts;
};

/// Labels a customer should be asked to choose from, likeliest first: two or three that are about equally
/// likely for a text that is in scope. Empty where one stands out or none fits.
std::vector<IntentGuess> clarificationChoices(const IntentResult& result);

/// What a message wants when it may want several things.
struct MultiIntent {
    std::vector<IntentGuess> intents;                       ///< in the order of the text, each label once
    std::vector<std::pair<std::size_t, std::size_t>> parts; ///< [begin, end) bytes of `text`, one an intent
};

/// Cuts `text` into sentences and clauses and classifies each; what belongs nowhere or repeats its neighbour
/// joins it. One intent with the whole text where it is one.
MultiIntent classifyParts(const IntentModel& model, std::string_view text);

} // namespace parley::server::nlp
