// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// The ways by which customers write.
QList<PageEntry> channelPages();

} // namespace parley::console
