// SPDX-License-Identifier: MIT
#include "app/shell/keys_sheet.h"

#include "app/shell/command_model.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 560;
constexpr int kHeightPx = 560;

void addGroup(QVBoxLayout& layout, const QString& title, const QList<QAction*>& actions, QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    int row = 0;
    for (const QAction* action : actions) {
        if (action->shortcuts().isEmpty() || action->text().isEmpty()) {
            continue;
        }
        QStringList keys;
        for (const QKeySequence& each : action->shortcuts()) {
            keys.append(each.toString(QKeySequence::NativeText));
        }
        auto* shown = new PlainLabel(keys.join(QStringLiteral(", ")), "mono", parent);
        shown->setWordWrap(false);
        grid->addWidget(shown, row, 0);
        grid->addWidget(new PlainLabel(commandText(*action), parent), row++, 1);
    }
    if (row == 0) {
        delete grid;
        return;
    }
    layout.addWidget(new PlainLabel(title, "heading", parent));
    layout.addLayout(grid);
    layout.addSpacing(12);
}

} // namespace

KeysSheet::KeysSheet(const QList<QAction*>& window,
                     const QString& pageTitle,
                     const QList<QAction*>& page,
                     QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* inner = new QWidget(this);
    auto* groups = new QVBoxLayout(inner);
    addGroup(*groups, pageTitle, page, inner);
    addGroup(*groups, tr("Everywhere"), window, inner);
    groups->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(kWidthPx, kHeightPx);
}

} // namespace parley::console
