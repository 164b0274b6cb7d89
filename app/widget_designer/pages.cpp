// SPDX-License-Identifier: MIT
#include "app/widget_designer/pages.h"

#include "app/widget_designer/widget_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::WidgetDesignerPages)
};

} // namespace

QList<PageEntry> widgetDesignerPages()
{
    return {{.id = QStringLiteral("widget"),
             .title = Words::tr("Chat widget"),
             .icon = QStringLiteral("widget"),
             .section = Sections::tr("Organisation"),
             .permission = QStringLiteral("tenant:configure"),
             .shortcut = {},
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new WidgetPage(workspace, parent);
             }}};
}

} // namespace parley::console
