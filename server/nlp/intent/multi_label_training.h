// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/calibration.h"
#include "server/nlp/intent/linear_model.h"
#include "server/nlp/intent/multi_label_model.h"
#include "server/nlp/intent/text_languages.h"
#include "server/nlp/intent/vocabulary.h"

#include <string>
#include <vector>

namespace parley::server::nlp {

/// What training finds out; the behaviour is MultiLabelModel's.
struct TrainedLabels {
    TextLanguages languages;
    Vocabulary vocabulary;
    LinearModel model;
    std::vector<std::string> labels; ///< in the order of the scores
    Logistic probability;            ///< of a score: one half at the threshold
};

/// @errors as MultiLabelModel::train
Result<TrainedLabels> trainLabels(std::span<const MultiLabelExample> examples, std::uint64_t seed);

} // namespace parley::server::nlp
