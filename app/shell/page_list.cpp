// SPDX-License-Identifier: MIT
#include "app/shell/page_list.h"

#include "app/analytics/pages.h"
#include "app/knowledge/pages.h"
#include "app/organisation/pages.h"
#include "app/queue/pages.h"
#include "app/widget_designer/pages.h"

namespace parley::console {

QList<PageEntry> allPages()
{
    QList<PageEntry> pages;
    pages += queuePages();
    pages += knowledgePages();
    pages += organisationPages();
    pages += widgetDesignerPages();
    pages += analyticsPages();
    return pages;
}

} // namespace parley::console
