// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// How customers are answered, and how people work at the desk.
QList<PageEntry> settingsPages();

} // namespace parley::console
