// SPDX-License-Identifier: MIT
#include "app/conversation/source_popup.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kWidthPx = 420;
constexpr int kTallestPx = 320;
constexpr int kDistancePx = 4;

} // namespace

SourcePopup::SourcePopup(const Source& source, int number, QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sourcePopup"));
    setRole(this, "card");
    setFixedWidth(kWidthPx);
    setMaximumHeight(kTallestPx);
    const QString title = displayLine(source.title);
    setAccessibleName(tr("Source %1: %2").arg(number).arg(title));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(new PlainLabel(QStringLiteral("%1  %2").arg(number).arg(title), "heading", this));
    QStringList facts;
    if (source.page > 0) {
        facts.append(tr("Page %1").arg(source.page));
    }
    if (source.score) {
        facts.append(tr("Score %1").arg(QLocale().toString(*source.score, 'f', 2)));
    }
    if (!facts.isEmpty()) {
        layout->addWidget(new PlainLabel(facts.join(QStringLiteral("  ·  ")), "muted", this));
    }
    auto* passage = new PlainLabel(displayBlock(source.snippet), this);
    passage->setCopyable(true);
    passage->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto* area = new QScrollArea(this);
    setRole(area, "plain");
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(passage);
    layout->addWidget(area, 1);
}

void SourcePopup::showNear(const QRect& near)
{
    adjustSize();
    const QScreen* screen = QGuiApplication::screenAt(near.center());
    const QRect room = screen ? screen->availableGeometry() : QRect(near.topLeft(), QSize(2'000, 2'000));
    const int wanted = std::min(kTallestPx, sizeHint().height() + 60);
    resize(kWidthPx, wanted);
    const bool isBelow = near.bottom() + kDistancePx + wanted <= room.bottom();
    const int y =
        isBelow ? near.bottom() + kDistancePx : std::max(room.top(), near.top() - kDistancePx - wanted);
    move(std::clamp(near.left(), room.left(), std::max(room.left(), room.right() - kWidthPx)), y);
    show();
}

} // namespace parley::console
