// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QString>

#include <optional>

/// Figures as people read them.
namespace parley::console {

/// "–" where there is none.
QString countText(const std::optional<double>& count);
/// "83 %" of 0.83
QString shareText(const std::optional<double>& share);
/// "240 ms", "3.2 s", "4 min"
QString latencyText(const std::optional<double>& milliseconds);
QString moneyText(const std::optional<double>& amount);

/// How a figure differs from the period before.
struct Change {
    QString text; ///< "+12 %"; empty where the two cannot be compared, or hardly differ
    Tone tone = Tone::Neutral;
};
enum class Better { More, Less, Neither };
Change changeBetween(const std::optional<double>& now, const std::optional<double>& before, Better better);
/// In points of a hundred, for shares: "+4 points".
Change shareChange(const std::optional<double>& now, const std::optional<double>& before, Better better);

/// "billing_dispute" as "Billing dispute".
QString nameText(const QString& name);

} // namespace parley::console
