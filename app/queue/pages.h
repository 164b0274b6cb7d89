// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

#include <QList>

namespace parley::console {

/// "Queue and chat".
QList<PageEntry> queuePages();

} // namespace parley::console
