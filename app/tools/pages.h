// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// What agents may call.
QList<PageEntry> toolPages();

} // namespace parley::console
