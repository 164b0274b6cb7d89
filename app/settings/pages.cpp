// SPDX-License-Identifier: MIT
#include "app/settings/pages.h"

#include "app/settings/answering_page.h"
#include "app/settings/desk_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SettingsPages)
};

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> settingsPages()
{
    PageEntry answering;
    answering.id = QStringLiteral("answering");
    answering.title = Words::tr("Answering");
    answering.icon = QStringLiteral("settings");
    answering.section = Sections::tr("Agents");
    answering.permission = QStringLiteral("tenant:configure");
    answering.needsTenant = false; // without one: the defaults of the platform
    answering.make = [](Workspace& workspace, QWidget* parent) {
        return new AnsweringPage(workspace, parent);
    };

    PageEntry desk;
    desk.id = QStringLiteral("desk_settings");
    desk.title = Words::tr("Desk settings");
    desk.icon = QStringLiteral("clock");
    desk.section = Sections::tr("Organisation");
    desk.permission = QStringLiteral("tenant:configure");
    desk.needsTenant = false;
    desk.make = [](Workspace& workspace, QWidget* parent) { return new DeskPage(workspace, parent); };
    return {answering, desk};
}

} // namespace parley::console
