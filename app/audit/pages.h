// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// Who did what: "audit".
QList<PageEntry> auditPages();

} // namespace parley::console
