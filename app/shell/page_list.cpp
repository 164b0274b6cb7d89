// SPDX-License-Identifier: MIT
#include "app/shell/page_list.h"

#include "app/queue/pages.h"

namespace parley::console {

QList<PageEntry> allPages()
{
    QList<PageEntry> pages;
    pages += queuePages();
    return pages;
}

} // namespace parley::console
