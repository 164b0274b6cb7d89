// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

namespace parley::console {

/// Runs of golden questions, and their results, in words.
struct GoldenText {
    Q_DECLARE_TR_FUNCTIONS(parley::console::GoldenText)

public:
    /// "answer", "clarify" or "handoff" as it is expected.
    static QString expects(const QString& name);
    static QString outcome(const QJsonObject& result);
    static Tone outcomeTone(const QJsonObject& result);
    /// What differs from the run before; empty: nothing.
    static QString change(const QJsonObject& result);
    /// "43 of 43 passed (100 %)"; "–" before there is a result.
    static QString passed(const QJsonObject& run);
    /// "100 %"; "–" before there is a result.
    static QString rate(const QJsonObject& run);
    static QString startedBy(const QJsonObject& run);
    static QString status(const QJsonObject& run);
    /// What changed since the run before, one thing a line: agents, documents, questions. Empty: nothing.
    static QString causes(const QJsonObject& run);
    static bool isRunning(const QJsonObject& run);
    /// An answer with each sentence on a line of its own: for comparing.
    static QString bySentence(const QString& answer);
    /// "Must hold: …", one a line.
    static QString expectation(const QJsonObject& expectation);
};

} // namespace parley::console
