// SPDX-License-Identifier: MIT
#include "app/shell/page_list.h"

#include "app/agents/pages.h"
#include "app/analytics/pages.h"
#include "app/audit/pages.h"
#include "app/channels/pages.h"
#include "app/customers/pages.h"
#include "app/feedback/pages.h"
#include "app/health/pages.h"
#include "app/knowledge/pages.h"
#include "app/models/pages.h"
#include "app/monitor/pages.h"
#include "app/organisation/pages.h"
#include "app/queue/pages.h"
#include "app/runs/pages.h"
#include "app/settings/pages.h"
#include "app/tickets/pages.h"
#include "app/tools/pages.h"
#include "app/widget_designer/pages.h"

#include <QCoreApplication>

#include <algorithm>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

/// What supporters need all day comes first.
qsizetype orderOf(const PageEntry& page)
{
    const QStringList order{Sections::tr("Desk"),
                            Sections::tr("Knowledge"),
                            Sections::tr("Agents"),
                            Sections::tr("Organisation"),
                            Sections::tr("Insight")};
    const qsizetype found = order.indexOf(page.section);
    return found < 0 ? order.size() : found;
}

} // namespace

QList<PageEntry> allPages()
{
    QList<PageEntry> pages;
    pages += queuePages();
    pages += monitorPages();
    pages += ticketPages();
    pages += customerPages();
    pages += knowledgePages();
    pages += agentPages();
    pages += toolPages();
    pages += modelPages();
    pages += settingsPages();
    pages += organisationPages();
    pages += channelPages();
    pages += widgetDesignerPages();
    pages += analyticsPages();
    pages += runPages();
    pages += feedbackPages();
    pages += auditPages();
    pages += healthPages();
    std::stable_sort(pages.begin(), pages.end(), [](const PageEntry& a, const PageEntry& b) {
        return orderOf(a) < orderOf(b);
    });
    return pages;
}

} // namespace parley::console
