// SPDX-License-Identifier: MIT
#include "app/tools/pages.h"

#include "app/tools/tool_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ToolPages)
};

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> toolPages()
{
    PageEntry tools;
    tools.id = QStringLiteral("tools");
    tools.title = Words::tr("Tools");
    tools.icon = QStringLiteral("tool");
    tools.section = Sections::tr("Agents");
    tools.permission = QStringLiteral("tenant:configure");
    tools.make = [](Workspace& workspace, QWidget* parent) { return new ToolPage(workspace, parent); };
    return {tools};
}

} // namespace parley::console
