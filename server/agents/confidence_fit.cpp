// SPDX-License-Identifier: MIT
#include "server/agents/confidence_fit.h"

#include "server/nlp/code_points.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace parley::server::agents {

namespace {

constexpr std::size_t kWidth = kConfidenceFeatures + 1; // the bias comes last
/// What holds each weight at the shipped one, in outcomes.
constexpr double kHold = 60;
constexpr double kFurthest = 1.5;
constexpr int kMostSteps = 25;
constexpr double kSmallStep = 1e-6;

/// Drafts that were changed less were sent as they are, more: rejected.
constexpr double kSentUpTo = 0.1;
constexpr double kRejectedFrom = 0.65;
constexpr std::size_t kMostWords = 400;

using Vector = std::array<double, kWidth>;
using Matrix = std::array<Vector, kWidth>;

Vector widened(const FeatureVector& features)
{
    Vector wide{};
    std::copy(features.begin(), features.end(), wide.begin());
    wide.back() = 1;
    return wide;
}

Vector weightsOf(const ConfidenceModel& model)
{
    Vector weights = widened(model.weights());
    weights.back() = model.bias();
    return weights;
}

ConfidenceModel modelOf(const Vector& weights)
{
    FeatureVector own{};
    std::copy_n(weights.begin(), own.size(), own.begin());
    return {weights.back(), own};
}

double probability(const Vector& weights, const Vector& values)
{
    double sum = 0;
    for (std::size_t i = 0; i < kWidth; ++i) {
        sum += weights.at(i) * values.at(i);
    }
    return 1 / (1 + std::exp(-sum));
}

/// Solves a·x = b for a symmetric positive definite `a`, by Cholesky.
Vector solved(Matrix a, const Vector& b)
{
    for (std::size_t j = 0; j < kWidth; ++j) {
        for (std::size_t k = 0; k < j; ++k) {
            a[j][j] -= a[j][k] * a[j][k];
        }
        a[j][j] = std::sqrt(a[j][j]);
        for (std::size_t i = j + 1; i < kWidth; ++i) {
            for (std::size_t k = 0; k < j; ++k) {
                a[i][j] -= a[i][k] * a[j][k];
            }
            a[i][j] /= a[j][j];
        }
    }
    Vector x = b;
    for (std::size_t i = 0; i < kWidth; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            x[i] -= a[i][k] * x[k];
        }
        x[i] /= a[i][i];
    }
    for (std::size_t i = kWidth; i-- > 0;) {
        for (std::size_t k = i + 1; k < kWidth; ++k) {
            x[i] -= a[k][i] * x[k];
        }
        x[i] /= a[i][i];
    }
    return x;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (const nlp::Token& token : nlp::tokenize(text)) {
        // "[2]" names a source.
        const bool isMark = token.kind == nlp::TokenKind::Number && token.begin > 0 &&
                            text[token.begin - 1] == '[' && token.end < text.size() && text[token.end] == ']';
        if (!isMark) {
            words.push_back(nlp::folded(token.text));
        }
        if (words.size() == kMostWords) {
            break;
        }
    }
    return words;
}

/// Least words to change so that the draft stands somewhere in the answer.
std::size_t changesOf(const std::vector<std::string>& draft, const std::vector<std::string>& answer)
{
    // Levenshtein with free ends of the answer (Sellers 1980).
    std::vector<std::size_t> row(answer.size() + 1, 0);
    for (std::size_t i = 1; i <= draft.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= answer.size(); ++j) {
            const std::size_t changed = diagonal + (draft[i - 1] == answer[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return *std::min_element(row.begin(), row.end());
}

} // namespace

ConfidenceModel fitConfidence(std::span<const JudgedAnswer> outcomes, const ConfidenceModel& prior)
{
    const Vector held = weightsOf(prior);
    Vector weights = held;
    for (int step = 0; step < kMostSteps && !outcomes.empty(); ++step) {
        Vector slope{};
        Matrix curve{};
        for (std::size_t i = 0; i < kWidth; ++i) {
            slope[i] = kHold * (weights[i] - held[i]);
            curve[i][i] = kHold;
        }
        for (const JudgedAnswer& outcome : outcomes) {
            const Vector values = widened(outcome.features);
            const double p = probability(weights, values);
            const double spread = outcome.weight * p * (1 - p);
            for (std::size_t i = 0; i < kWidth; ++i) {
                slope[i] += outcome.weight * (p - outcome.label) * values[i];
                for (std::size_t j = 0; j <= i; ++j) {
                    curve[i][j] += spread * values[i] * values[j];
                }
            }
        }
        const Vector change = solved(curve, slope);
        double largest = 0;
        for (std::size_t i = 0; i < kWidth; ++i) {
            const double before = weights[i];
            weights[i] = std::clamp(weights[i] - change[i], held[i] - kFurthest, held[i] + kFurthest);
            largest = std::max(largest, std::abs(weights[i] - before));
        }
        if (largest < kSmallStep) {
            break;
        }
    }
    return modelOf(weights);
}

double logLoss(std::span<const JudgedAnswer> outcomes, const ConfidenceModel& model)
{
    constexpr double kSurest = 1e-6;
    double loss = 0;
    double weight = 0;
    for (const JudgedAnswer& outcome : outcomes) {
        const double p = std::clamp(model.confidence(outcome.features), kSurest, 1 - kSurest);
        loss -= outcome.weight * (outcome.label * std::log(p) + (1 - outcome.label) * std::log(1 - p));
        weight += outcome.weight;
    }
    return weight > 0 ? loss / weight : 0;
}

DraftUse judgeDraft(std::string_view draft, std::string_view answer)
{
    const std::vector<std::string> before = wordsOf(draft);
    const std::vector<std::string> after = wordsOf(answer);
    DraftUse use;
    if (!before.empty()) {
        const auto changes = static_cast<double>(changesOf(before, after));
        use.distance = std::min(1.0, changes / static_cast<double>(before.size()));
    }
    if (use.distance <= kSentUpTo) {
        use.outcome = "sent";
        use.label = 1;
    } else if (use.distance < kRejectedFrom) {
        use.outcome = "edited";
        use.label = 1 - use.distance;
        // How much of an edit was style is not known.
        use.weight = 0.5;
    } else {
        use.outcome = "rejected";
        use.label = 0;
    }
    return use;
}

} // namespace parley::server::agents
