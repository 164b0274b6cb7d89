// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// Every page there is, in the order of the navigation. The one place of the console that knows them all.
QList<PageEntry> allPages();

} // namespace parley::console
