// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// The cases: "tickets".
QList<PageEntry> ticketPages();

} // namespace parley::console
