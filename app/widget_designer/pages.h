// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// How the chat looks on the organisation's site.
QList<PageEntry> widgetDesignerPages();

} // namespace parley::console
