// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QString>

namespace parley::console {

/// The models of a provider as a person writes them: one a line, with the prices of a million tokens read and
/// written where they are known: "gpt-4o-mini 0.15 0.60".
namespace model_lines {

QString textOf(const QJsonArray& models);
/// Lines with a fault are left as they are: see faultIn.
QJsonArray modelsOf(const QString& text);
/// What is wrong, in words; empty: nothing.
QString faultIn(const QString& text);

} // namespace model_lines

} // namespace parley::console
