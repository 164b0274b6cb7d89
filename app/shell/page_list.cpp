// SPDX-License-Identifier: MIT
#include "app/shell/page_list.h"

namespace parley::console {

QList<PageEntry> allPages()
{
    QList<PageEntry> pages;
    return pages;
}

} // namespace parley::console
