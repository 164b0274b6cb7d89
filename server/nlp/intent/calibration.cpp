// SPDX-License-Identifier: MIT
#include "server/nlp/intent/calibration.h"

#include <algorithm>
#include <cmath>

namespace parley::server::nlp {
namespace {

constexpr double kUsualSharpness = 4;
// How many held-out items the usual sharpness counts for.
constexpr double kPriorItems = 2;
constexpr double kSmallestSharpness = 0.5;
constexpr double kLargestSharpness = 30;
constexpr double kGoldenRatio = 0.6180339887498949;

double lossAt(std::span<const HeldOutScores> items, double logSharpness)
{
    const double sharpness = std::exp(logSharpness);
    const double away = logSharpness - std::log(kUsualSharpness);
    double loss = kPriorItems * away * away;
    for (const HeldOutScores& item : items) {
        const float largest = *std::max_element(item.scores.begin(), item.scores.end());
        double sum = 0;
        for (const float score : item.scores) {
            sum += std::exp(sharpness * static_cast<double>(score - largest));
        }
        loss -= static_cast<double>(item.weight) *
                (sharpness * static_cast<double>(item.scores[item.truth] - largest) - std::log(sum));
    }
    return loss;
}

struct Newton {
    double slopeGradient = 0;
    double offsetGradient = 0;
    double slopeSlope = 0;
    double slopeOffset = 0;
    double offsetOffset = 0;

    void add(const Logistic& at, std::span<const double> scores, double target)
    {
        const double weight = scores.empty() ? 0 : 1 / static_cast<double>(scores.size());
        for (const double score : scores) {
            const double p = at(score);
            const double error = weight * (p - target);
            const double curve = weight * p * (1 - p);
            slopeGradient += error * score;
            offsetGradient += error;
            slopeSlope += curve * score * score;
            slopeOffset += curve * score;
            offsetOffset += curve;
        }
    }
};

} // namespace

std::vector<double> softmax(std::span<const float> scores, double sharpness)
{
    std::vector<double> out;
    out.reserve(scores.size());
    const float largest = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const float score : scores) {
        out.push_back(std::exp(sharpness * static_cast<double>(score - largest)));
        sum += out.back();
    }
    for (double& value : out) {
        value /= sum;
    }
    return out;
}

double fitSharpness(std::span<const HeldOutScores> items)
{
    constexpr int kSteps = 24; // narrows the interval to a hundred-thousandth
    double low = std::log(kSmallestSharpness);
    double high = std::log(kLargestSharpness);
    double a = high - kGoldenRatio * (high - low);
    double b = low + kGoldenRatio * (high - low);
    double lossA = lossAt(items, a);
    double lossB = lossAt(items, b);
    for (int step = 0; step < kSteps; ++step) {
        if (lossA < lossB) {
            high = b;
            b = a;
            lossB = lossA;
            a = high - kGoldenRatio * (high - low);
            lossA = lossAt(items, a);
        } else {
            low = a;
            a = b;
            lossA = lossB;
            b = low + kGoldenRatio * (high - low);
            lossB = lossAt(items, b);
        }
    }
    return std::exp((low + high) / 2);
}

double Logistic::operator()(double score) const
{
    return 1 / (1 + std::exp(-(slope * score + offset)));
}

Logistic fitLogistic(std::span<const double> positives, std::span<const double> negatives)
{
    constexpr int kRounds = 30;
    constexpr double kRidge = 0.002; // keeps the slope finite where the samples do not overlap
    constexpr double kSmallestSlope = 0.5;
    constexpr double kLongestStep = 4;
    const double own =
        (static_cast<double>(positives.size()) + 1) / (static_cast<double>(positives.size()) + 2);
    const double other = 1 / (static_cast<double>(negatives.size()) + 2);
    Logistic fitted;
    for (int round = 0; round < kRounds; ++round) {
        Newton sums;
        sums.add(fitted, positives, own);
        sums.add(fitted, negatives, other);
        sums.slopeGradient += kRidge * fitted.slope;
        sums.slopeSlope += kRidge;
        sums.offsetOffset += kRidge;
        sums.offsetGradient += kRidge * fitted.offset;
        const double determinant = sums.slopeSlope * sums.offsetOffset - sums.slopeOffset * sums.slopeOffset;
        const double slopeStep =
            (sums.offsetOffset * sums.slopeGradient - sums.slopeOffset * sums.offsetGradient) / determinant;
        const double offsetStep =
            (sums.slopeSlope * sums.offsetGradient - sums.slopeOffset * sums.slopeGradient) / determinant;
        fitted.slope -= std::clamp(slopeStep, -kLongestStep, kLongestStep);
        fitted.offset -= std::clamp(offsetStep, -kLongestStep, kLongestStep);
    }
    fitted.slope = std::max(fitted.slope, kSmallestSlope);
    return fitted;
}

} // namespace parley::server::nlp
