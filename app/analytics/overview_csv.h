// SPDX-License-Identifier: MIT
#pragma once

#include "app/analytics/overview.h"

#include <QByteArray>

namespace parley::console {

/// The figures as tables one below the other: by interval, by channel, by agent, reasons, categories. UTF-8
/// with a byte order mark, RFC 4180, points in numbers, times in UTC.
QByteArray overviewCsv(const Overview& overview);

/// One cell. What a spreadsheet would take for a formula becomes text.
/// @source OWASP, "CSV Injection"
QString csvCell(const QString& text);

} // namespace parley::console
