// SPDX-License-Identifier: MIT
#include "app/channels/pages.h"

#include "app/channels/channels_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ChannelsPage)
};

} // namespace

QList<PageEntry> channelPages()
{
    return {{.id = QStringLiteral("channels"),
             .title = Words::tr("Channels"),
             .icon = QStringLiteral("mail"),
             .section = Sections::tr("Organisation"),
             .permission = QStringLiteral("tenant:configure"),
             .shortcut = {},
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new ChannelsPage(workspace, parent);
             }}};
}

} // namespace parley::console
