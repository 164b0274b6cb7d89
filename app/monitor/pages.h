// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// Every conversation there is: "monitor".
QList<PageEntry> monitorPages();

} // namespace parley::console
