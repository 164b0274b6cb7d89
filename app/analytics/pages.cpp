// SPDX-License-Identifier: MIT
#include "app/analytics/pages.h"

#include "app/analytics/analytics_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::AnalyticsPages)
};

} // namespace

QList<PageEntry> analyticsPages()
{
    return {{.id = QStringLiteral("analytics"),
             .title = Words::tr("Analytics"),
             .icon = QStringLiteral("analytics"),
             .section = Sections::tr("Insight"),
             .permission = QStringLiteral("tenant:configure"),
             .shortcut = {},
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new AnalyticsPage(workspace, parent);
             }}};
}

} // namespace parley::console
