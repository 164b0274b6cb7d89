// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// What the product knows: documents, what they do not answer, and the answers it remembers.
QList<PageEntry> knowledgePages();

} // namespace parley::console
