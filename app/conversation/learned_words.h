// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace parley::console {

/// What became of an answer besides being sent, for whoever gave it.
/// @param learned as the resolution's answer has it: {cache, reason?, example, gap}
QString learnedWords(const QJsonObject& learned);

} // namespace parley::console
