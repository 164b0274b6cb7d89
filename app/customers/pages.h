// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// The people who write: "customers".
QList<PageEntry> customerPages();

} // namespace parley::console
