// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// How the server is: "health".
QList<PageEntry> healthPages();

} // namespace parley::console
