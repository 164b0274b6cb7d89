// SPDX-License-Identifier: MIT
#pragma once

/// Distances of a message, in pixels.
namespace parley::console::message_metrics {

constexpr int kMargin = 18;
constexpr int kPadX = 12;
constexpr int kPadY = 8;
constexpr int kGap = 10;
constexpr int kGapContinued = 3;
constexpr int kWidest = 620;
constexpr int kDayHeight = 38;
constexpr int kUnreadHeight = 28;
constexpr int kChipGap = 6;
constexpr int kChipWidest = 220;
constexpr int kRadius = 10;

} // namespace parley::console::message_metrics
