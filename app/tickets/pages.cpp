// SPDX-License-Identifier: MIT
#include "app/tickets/pages.h"

#include "app/tickets/tickets_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> ticketPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("tickets");
    entry.title = TicketsPage::tr("Tickets");
    entry.icon = QStringLiteral("ticket");
    entry.section = Sections::tr("Desk");
    entry.permission = QStringLiteral("desk:read");
    entry.shortcut = QKeySequence(Qt::CTRL | Qt::Key_3);
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new TicketsPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
