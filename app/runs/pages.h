// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// Why the agents said what they said: "runs".
QList<PageEntry> runPages();

} // namespace parley::console
