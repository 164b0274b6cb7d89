// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// The language models that agents write with.
QList<PageEntry> modelPages();

} // namespace parley::console
