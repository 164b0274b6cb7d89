// SPDX-License-Identifier: MIT
#include "app/feedback/pages.h"

#include "app/feedback/feedback_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> feedbackPages()
{
    PageEntry entry;
    entry.id = QStringLiteral("feedback");
    entry.title = FeedbackPage::tr("Feedback");
    entry.icon = QStringLiteral("star");
    entry.section = Sections::tr("Insight");
    entry.permission = QStringLiteral("desk:read");
    entry.make = [](Workspace& workspace, QWidget* parent) -> Page* {
        return new FeedbackPage(workspace, parent);
    };
    return {entry};
}

} // namespace parley::console
