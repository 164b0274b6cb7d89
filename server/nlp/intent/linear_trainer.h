// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/dense_rows.h"
#include "server/nlp/intent/linear_model.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::server::nlp {

struct LinearExample {
    SparseVector x;
    std::vector<std::uint32_t> classes; ///< those it belongs to: none, one or several
    float weight = 1;
};

struct LinearOptions {
    std::uint64_t seed = 1;
    double cost = 1; ///< C of the support vector machine
    /// What the few examples of a class count beside the many of all others.
    double positiveWeight = 4;
};

/// One linear support vector machine a class against all others (squared hinge loss), trained by dual
/// coordinate descent. All classes advance together, so that each example is read once a round and the inner
/// loop runs over classes.
/// @source Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm
/// 1
class LinearTrainer {
public:
    /// @param examples  must outlive it
    /// @param features  indices of all vectors are smaller
    LinearTrainer(std::span<const LinearExample> examples,
                  std::size_t features,
                  std::size_t classes,
                  const LinearOptions& options);

    /// Up to `rounds` passes over the chosen examples, fewer where it has converged. Called again with more
    /// of them it goes on from where it is.
    void run(std::span<const std::uint32_t> chosen, int rounds);

    /// One score a class: above 0 = belongs to it.
    [[nodiscard]] std::vector<float> scores(const SparseVector& x) const;
    [[nodiscard]] LinearModel model() const;

private:
    float visit(std::uint32_t at);

    std::span<const LinearExample> m_examples;
    std::size_t m_classes;
    std::size_t m_stride;
    LinearOptions m_options;
    std::uint64_t m_random;
    std::vector<float> m_rows;
    std::vector<float> m_duals;
    std::vector<int> m_pauses; ///< rounds in which an example is left out
    std::vector<float> m_squares;
    std::vector<float> m_scores;
    std::vector<float> m_signs;
};

} // namespace parley::server::nlp
