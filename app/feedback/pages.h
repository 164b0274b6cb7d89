// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// What customers thought of answers: "feedback".
QList<PageEntry> feedbackPages();

} // namespace parley::console
