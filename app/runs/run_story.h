// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace parley::console {

/// What one thing did to a confidence.
struct ConfidenceFactor {
    QString name;
    /// What it added to the sum (log-odds); below 0 it spoke against.
    double contribution = 0;
};

/// One turn, told: what was decided and why, and what the numbers come from.
struct RunStory {
    /// In words: why it was answered, or given to people.
    QString decision;
    Tone tone = Tone::Neutral;
    /// 0..1; empty: it did not come to that.
    std::optional<double> confidence;
    std::optional<double> threshold;
    double base = 0;
    QList<ConfidenceFactor> factors;
    /// What was found, as `PassageList` takes it.
    QJsonArray passages;
    qint64 durationUs = 0;
    qint64 tokens = 0;
    double cost = 0;
};

/// @param run as GET /runs/{id} answers
RunStory storyOf(const QJsonObject& run);
/// A node's tokens: a number, or the sum of what went in and out.
qint64 tokensOf(const QJsonObject& node);

} // namespace parley::console
