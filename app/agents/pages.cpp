// SPDX-License-Identifier: MIT
#include "app/agents/pages.h"

#include "app/agents/agent_page.h"
#include "app/agents/golden_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::AgentPages)
};

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> agentPages()
{
    const QString section = Sections::tr("Agents");
    const QString permission = QStringLiteral("tenant:configure");
    PageEntry agents;
    agents.id = QStringLiteral("agents");
    agents.title = Words::tr("Agents");
    agents.icon = QStringLiteral("agent");
    agents.section = section;
    agents.permission = permission;
    agents.make = [](Workspace& workspace, QWidget* parent) { return new AgentPage(workspace, parent); };

    PageEntry golden;
    golden.id = QStringLiteral("golden");
    golden.title = Words::tr("Golden questions");
    golden.icon = QStringLiteral("golden");
    golden.section = section;
    golden.permission = permission;
    golden.make = [](Workspace& workspace, QWidget* parent) { return new GoldenPage(workspace, parent); };
    return {agents, golden};
}

} // namespace parley::console
