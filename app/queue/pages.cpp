// SPDX-License-Identifier: MIT
#include "app/queue/pages.h"

#include "app/queue/queue_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> queuePages()
{
    PageEntry entry;
    entry.id = QStringLiteral("queue");
    entry.title = QueuePage::tr("Queue and chat");
    entry.icon = QStringLiteral("queue");
    entry.section = Sections::tr("Desk");
    entry.permission = QStringLiteral("desk:read");
    entry.shortcut = QKeySequence(Qt::CTRL | Qt::Key_1);
    entry.make = [](Workspace& workspace, QWidget* parent) { return new QueuePage(workspace, parent); };
    return {entry};
}

} // namespace parley::console
