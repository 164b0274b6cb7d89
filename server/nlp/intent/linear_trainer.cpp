// SPDX-License-Identifier: MIT
#include "server/nlp/intent/linear_trainer.h"

#include <algorithm>
#include <cmath>

namespace parley::server::nlp {
namespace {

// The largest violated optimality condition of a round below which nothing of note changes any more
// (liblinear's default for this solver).
constexpr float kConverged = 0.1F;
// An example that hardly moved anything is left out for some rounds: most are, after a few.
constexpr float kSettled = 0.2F;
constexpr int kPause = 2;
constexpr float kNoChange = 1e-3F;

/// splitmix64: the same order on every machine.
std::uint64_t nextRandom(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

float squareOf(const SparseVector& x)
{
    float sum = 0;
    for (const float value : x.value) {
        sum += value * value;
    }
    return sum;
}

} // namespace

LinearTrainer::LinearTrainer(std::span<const LinearExample> examples,
                             std::size_t features,
                             std::size_t classes,
                             const LinearOptions& options)
    : m_examples(examples),
      m_classes(classes),
      m_stride(paddedToLanes(classes)),
      m_options(options),
      m_random(options.seed),
      m_rows(features * m_stride),
      m_duals(examples.size() * m_stride),
      m_pauses(examples.size()),
      m_scores(m_stride),
      m_signs(m_stride)
{
    m_squares.reserve(examples.size());
    for (const LinearExample& example : examples) {
        m_squares.push_back(squareOf(example.x));
    }
}

void LinearTrainer::run(std::span<const std::uint32_t> chosen, int rounds)
{
    std::vector<std::uint32_t> order(chosen.begin(), chosen.end());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[nextRandom(m_random) % i]);
        }
        float worst = 0;
        for (const std::uint32_t at : order) {
            if (m_pauses[at] > 0) {
                --m_pauses[at];
                continue;
            }
            const float violation = visit(at);
            m_pauses[at] = violation < kSettled ? kPause : 0;
            worst = std::max(worst, violation);
        }
        if (worst < kConverged) {
            return;
        }
    }
}

/// One step of every class on one example. @return the largest violation found
float LinearTrainer::visit(std::uint32_t at)
{
    const LinearExample& example = m_examples[at];
    std::fill(m_scores.begin(), m_scores.end(), 0.0F);
    accumulateRows(m_rows, example.x, m_scores);
    std::fill(m_signs.begin(), m_signs.end(), -1.0F);
    for (const std::uint32_t positive : example.classes) {
        m_signs[positive] = 1;
    }
    const auto cost = static_cast<float>(m_options.cost) * example.weight;
    const float softOfOthers = 1 / (2 * cost);
    const float softOfOwn = softOfOthers / static_cast<float>(m_options.positiveWeight);
    float* const duals = m_duals.data() + at * m_stride;
    float worst = 0;
    for (std::size_t c = 0; c < m_classes; ++c) {
        const float sign = m_signs[c];
        const float soft = sign > 0 ? softOfOwn : softOfOthers;
        const float gradient = sign * m_scores[c] - 1 + soft * duals[c];
        m_scores[c] = 0; // from here on what changes
        if (duals[c] <= 0 && gradient >= 0) {
            continue;
        }
        const float violation = std::fabs(gradient);
        if (violation > kNoChange) {
            const float next = std::max(duals[c] - gradient / (m_squares[at] + soft), 0.0F);
            m_scores[c] = (next - duals[c]) * sign;
            duals[c] = next;
            worst = std::max(worst, violation);
        }
    }
    if (worst > 0) {
        std::fill(m_scores.begin() + static_cast<std::ptrdiff_t>(m_classes), m_scores.end(), 0.0F);
        updateRows(m_rows, example.x, m_scores);
    }
    return worst;
}

std::vector<float> LinearTrainer::scores(const SparseVector& x) const
{
    std::vector<float> sums(m_stride);
    accumulateRows(m_rows, x, sums);
    sums.resize(m_classes);
    return sums;
}

LinearModel LinearTrainer::model() const
{
    return LinearModel(m_rows, m_classes);
}

} // namespace parley::server::nlp
