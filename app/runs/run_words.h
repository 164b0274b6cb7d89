// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What a turn's steps and the reasons of a confidence are called.
namespace parley::console::words {

/// "retrieve" as "Find passages".
QString node(const QString& name);
/// What the step does, in one sentence; empty for steps that this console does not know.
QString nodePurpose(const QString& name);
/// "coverage" as "The passages cover the question".
QString factor(const QString& name);
/// "850 µs", "12 ms", "1.4 s".
QString microseconds(qint64 durationUs);

} // namespace parley::console::words
