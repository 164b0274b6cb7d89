// SPDX-License-Identifier: MIT
#include "app/customers/pages.h"

#include "app/customers/customers_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> customerPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("customers");
    entry.title = CustomersPage::tr("Customers");
    entry.icon = QStringLiteral("customer");
    entry.section = Sections::tr("Desk");
    entry.permission = QStringLiteral("desk:read");
    entry.shortcut = QKeySequence(Qt::CTRL | Qt::Key_4);
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new CustomersPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
