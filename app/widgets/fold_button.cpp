// SPDX-License-Identifier: MIT
#include "app/widgets/fold_button.h"

#include "app/style/icons.h"
#include "app/widgets/display_text.h"

namespace parley::console {

namespace {

constexpr int kLongest = 120;

} // namespace

FoldButton::FoldButton(const QString& text, QWidget* parent) : QToolButton(parent)
{
    setText(displayCaption(text, kLongest));
    setAccessibleName(displayLine(text));
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(console::icon(QStringLiteral("right")));
    connect(this, &QToolButton::toggled, this, [this](bool isOpen) {
        setIcon(console::icon(isOpen ? QStringLiteral("down") : QStringLiteral("right")));
    });
}

} // namespace parley::console
