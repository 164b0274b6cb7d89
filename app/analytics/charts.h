// SPDX-License-Identifier: MIT
#pragma once

#include "app/analytics/overview.h"
#include "app/style/colors.h"

class QChart;

/// The charts of the analytics page. Each is made anew for other figures or other colours; null where there
/// is nothing to draw. Whoever calls owns it.
namespace parley::console::charts {

/// Share of conversations that no person had to take, over time.
QChart* automationRate(const Overview& overview, const Colors& colors);
/// Conversations over time: answered by the agents, and taken by people.
QChart* conversations(const Overview& overview, const Colors& colors);
/// Why conversations went to people.
QChart* reasons(const Overview& overview, const Colors& colors);
/// Half, and 95 of 100, of the agents' answers came within, by channel, in seconds or milliseconds.
QChart* latency(const Overview& overview, const Colors& colors);
/// How customers felt, over time.
QChart* sentiment(const Overview& overview, const Colors& colors);
/// What models cost and what remembered answers saved, over time; tokens where models cost nothing.
QChart* cost(const Overview& overview, const Colors& colors);
/// How many customers gave each of the five marks.
QChart* satisfaction(const Overview& overview, const Colors& colors);

} // namespace parley::console::charts
