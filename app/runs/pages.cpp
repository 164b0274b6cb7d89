// SPDX-License-Identifier: MIT
#include "app/runs/pages.h"

#include "app/runs/runs_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> runPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("runs");
    entry.title = RunsPage::tr("Why it said that");
    entry.icon = QStringLiteral("run");
    entry.section = Sections::tr("Insight");
    entry.permission = QStringLiteral("desk:read");
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new RunsPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
