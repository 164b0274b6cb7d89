// SPDX-License-Identifier: MIT
#include "app/knowledge/pages.h"

#include "app/knowledge/cache_page.h"
#include "app/knowledge/gap_page.h"
#include "app/knowledge/knowledge_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::KnowledgePages)
};

} // namespace

QList<PageEntry> knowledgePages()
{
    const QString section = Sections::tr("Knowledge");
    return {{.id = QStringLiteral("knowledge"),
             .title = Words::tr("Documents"),
             .icon = QStringLiteral("knowledge"),
             .section = section,
             .permission = QStringLiteral("knowledge:read"),
             .shortcut = QKeySequence(Qt::CTRL | Qt::Key_5),
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new KnowledgePage(workspace, parent);
             }},
            {.id = QStringLiteral("gaps"),
             .title = Words::tr("Unanswered questions"),
             .icon = QStringLiteral("gap"),
             .section = section,
             .permission = QStringLiteral("knowledge:write"),
             .shortcut = {},
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new GapPage(workspace, parent);
             }},
            {.id = QStringLiteral("cache"),
             .title = Words::tr("Remembered answers"),
             .icon = QStringLiteral("cache"),
             .section = section,
             .permission = QStringLiteral("knowledge:write"),
             .shortcut = {},
             .make = [](Workspace& workspace, QWidget* parent) -> Page* {
                 return new CachePage(workspace, parent);
             }}};
}

} // namespace parley::console
