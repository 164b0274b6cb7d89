// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// The agents, and the questions whose answers are known.
QList<PageEntry> agentPages();

} // namespace parley::console
