// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/calibration.h"
#include "server/nlp/intent/intent_model.h"
#include "server/nlp/intent/linear_model.h"
#include "server/nlp/intent/text_languages.h"
#include "server/nlp/intent/vocabulary.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What training finds out; the behaviour is IntentModel's.
struct TrainedIntents {
    TextLanguages languages;
    Vocabulary vocabulary;
    std::size_t denseSize = 0; ///< length of an embedding, 0 without an embedder
    LinearModel model;
    std::vector<std::string> labels; ///< in the order of the scores
    /// Behind the labels' scores there is one for "belongs nowhere".
    bool hasScopeClass = false;
    double sharpness = 1;
    Logistic scope;

    /// Best score of a label, less that of "belongs nowhere": what `scope` reads.
    [[nodiscard]] double scopeScore(const std::vector<float>& scores, std::size_t without) const;
};

/// No label is left out of a scopeScore.
inline constexpr std::size_t kNoLabel = static_cast<std::size_t>(-1);

/// Share of an embedding in the square length of a text's vector.
inline constexpr float kDenseShare = 0.5F;

/// The first 8,000 code points of any bytes.
std::string_view readablePart(std::string_view text);

/// @errors as IntentModel::train
Result<TrainedIntents> trainIntents(std::span<const IntentExample> examples, const IntentTraining& options);

/// The texts that options.embed is asked for, in their order. @errors as IntentModel::train
Result<std::vector<std::string>> textsOfTraining(std::span<const IntentExample> examples);

} // namespace parley::server::nlp
