// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// What the agents and the people did, in figures.
QList<PageEntry> analyticsPages();

} // namespace parley::console
