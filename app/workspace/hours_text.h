// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QString>

namespace parley::console {

/// The hours of one day as a person writes them: "09:00–12:00, 13:00–17:30".
namespace hours_text {

/// @param spans as the server has them: [["09:00", "12:00"], …]
QString textOf(const QJsonArray& spans);
/// Empty where nothing is written or what is written has a fault.
QJsonArray spansOf(const QString& text);
/// What is wrong, in words; empty: nothing.
QString faultIn(const QString& text);

} // namespace hours_text

} // namespace parley::console
