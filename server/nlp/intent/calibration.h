// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::server::nlp {

/// Scores of a text that its model has not seen, and what would have been right.
struct HeldOutScores {
    std::vector<float> scores; ///< one a label
    std::uint32_t truth = 0;
    float weight = 1;
};

/// softmax(sharpness * scores), with the greatest subtracted first so that nothing overflows.
std::vector<double> softmax(std::span<const float> scores, double sharpness);

/// The sharpness of a softmax at which the held-out truth is likeliest; with few items it stays near what
/// fits most models.
/// @source temperature scaling: Guo et al., "On Calibration of Modern Neural Networks", ICML 2017
double fitSharpness(std::span<const HeldOutScores> items);

/// 1 / (1 + exp(-(slope * score + offset)))
struct Logistic {
    double slope = 4;
    double offset = 1;

    [[nodiscard]] double operator()(double score) const;
};

/// Parts two samples of scores, each counting the same however many there are; never falling.
/// @source Platt, "Probabilistic Outputs for Support Vector Machines", 1999
Logistic fitLogistic(std::span<const double> positives, std::span<const double> negatives);

} // namespace parley::server::nlp
