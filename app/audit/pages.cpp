// SPDX-License-Identifier: MIT
#include "app/audit/pages.h"

#include "app/audit/audit_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> auditPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("audit");
    entry.title = AuditPage::tr("Audit");
    entry.icon = QStringLiteral("audit");
    entry.section = Sections::tr("Insight");
    entry.permission = QStringLiteral("audit:read");
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new AuditPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
