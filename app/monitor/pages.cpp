// SPDX-License-Identifier: MIT
#include "app/monitor/pages.h"

#include "app/monitor/monitor_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> monitorPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("monitor");
    entry.title = MonitorPage::tr("Monitor");
    entry.icon = QStringLiteral("monitor");
    entry.section = Sections::tr("Desk");
    entry.permission = QStringLiteral("desk:read");
    entry.shortcut = QKeySequence(Qt::CTRL | Qt::Key_2);
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new MonitorPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
