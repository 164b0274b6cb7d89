// SPDX-License-Identifier: MIT
#include "app/health/pages.h"

#include "app/health/health_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> healthPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("health");
    entry.title = HealthPage::tr("Health");
    entry.icon = QStringLiteral("health");
    entry.section = Sections::tr("Insight");
    entry.permission = QStringLiteral("status:read");
    entry.needsTenant = false;
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new HealthPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
