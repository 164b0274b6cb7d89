// SPDX-License-Identifier: MIT
#include "app/shell/navigation_delegate.h"

#include "app/shell/navigation_model.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"

#include <QPainter>

namespace parley::console {

namespace {

constexpr int kIconPx = 18;
constexpr int kGapPx = 10;
constexpr int kBoxMarginPx = 4;
constexpr int kPagePadPx = 7;
constexpr int kHeadingTopPx = 14;
constexpr int kHeadingBottomPx = 4;
constexpr int kSidePx = 10;
constexpr double kHeadingShare = 0.82;
constexpr double kRadius = 6;

QFont headingFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kHeadingShare);
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    return font;
}

} // namespace

void NavigationDelegate::paint(QPainter* painter,
                               const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const QString title = index.data().toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(NavigationModel::IsHeadingRole).toBool()) {
        painter->setFont(headingFont(option.font));
        painter->setPen(colors.muted);
        painter->drawText(option.rect.adjusted(kSidePx, kHeadingTopPx, -kSidePx, -kHeadingBottomPx),
                          static_cast<int>(Qt::AlignLeading | Qt::AlignBottom),
                          title);
        painter->restore();
        return;
    }
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QRect box = option.rect.adjusted(kBoxMarginPx, 1, -kBoxMarginPx, -1);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isChosen ? colors.accentSoft : colors.surface);
        painter->drawRoundedRect(box, kRadius, kRadius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && isChosen) {
        painter->setPen(colors.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    const QColor ink = isChosen ? colors.accent : colors.text;
    QRect iconBox(box.left() + kSidePx - 4, box.center().y() - kIconPx / 2, kIconPx, kIconPx);
    iconBox = QStyle::visualRect(option.direction, box, iconBox);
    painter->drawPixmap(iconBox.topLeft(),
                        iconPixmap(index.data(NavigationModel::IconNameRole).toString(),
                                   kIconPx,
                                   ink,
                                   painter->device()->devicePixelRatioF()));
    int endPx = kSidePx;
    if (const int count = index.data(NavigationModel::CountRole).toInt(); count > 0) {
        const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
        const QSize size = badgeSize(text, option.font);
        const QRect place(box.right() - kSidePx - size.width(),
                          box.center().y() - size.height() / 2,
                          size.width(),
                          size.height());
        paintBadge(*painter,
                   QStyle::visualRect(option.direction, box, place).topLeft(),
                   text,
                   Tone::Danger,
                   option.font,
                   option.palette);
        endPx += size.width() + kGapPx;
    }
    QRect words(box.left() + kSidePx - 4 + kIconPx + kGapPx,
                box.top(),
                box.width() - kIconPx - kGapPx - endPx,
                box.height());
    words = QStyle::visualRect(option.direction, box, words);
    painter->setPen(ink);
    QFont font = option.font;
    font.setWeight(isChosen ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->drawText(words,
                      static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(title, Qt::ElideRight, words.width()));
    painter->restore();
}

int NavigationDelegate::widthOf(const QAbstractItemModel& pages, const QFont& font)
{
    QFont chosen = font;
    chosen.setWeight(QFont::DemiBold);
    const QFontMetrics page(chosen);
    const QFontMetrics heading(headingFont(font));
    // As paint() places them: the box's own margin, the icon, the gap to the words, the end.
    constexpr int kPageFramePx = 2 * kBoxMarginPx + kIconPx + kGapPx + 2 * kSidePx;
    const int countPx = badgeSize(QStringLiteral("99+"), font).width() + kGapPx;
    int width = 0;
    for (int row = 0; row < pages.rowCount(); ++row) {
        const QModelIndex at = pages.index(row, 0);
        const QString title = at.data().toString();
        if (at.data(NavigationModel::IsHeadingRole).toBool()) {
            width = qMax(width, heading.horizontalAdvance(title.toUpper()) + 2 * kSidePx);
            continue;
        }
        width = qMax(width, page.horizontalAdvance(title) + kPageFramePx);
        // Those that count what waits.
        const QString id = at.data(NavigationModel::PageIdRole).toString();
        if (id == QLatin1String("queue") || id == QLatin1String("gaps")) {
            width = qMax(width, page.horizontalAdvance(title) + kPageFramePx + countPx);
        }
    }
    return width;
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(NavigationModel::IsHeadingRole).toBool()) {
        return {0, QFontMetrics(headingFont(option.font)).height() + kHeadingTopPx + kHeadingBottomPx};
    }
    return {0, qMax(line, kIconPx) + 2 * kPagePadPx};
}

} // namespace parley::console
