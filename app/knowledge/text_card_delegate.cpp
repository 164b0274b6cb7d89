// SPDX-License-Identifier: MIT
#include "app/knowledge/text_card_delegate.h"

#include "app/knowledge/document_delegate.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadXPx = 12;
constexpr int kPadYPx = 9;
constexpr int kGapPx = 4;
constexpr int kMarkPx = 16;
constexpr int kBarWidthPx = 48;
constexpr int kBarHeightPx = 6;
constexpr int kLeastWidthPx = 120;
constexpr auto kBodyFlags = static_cast<int>(Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap);
constexpr auto kLineFlags = static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine);

QFont titleFont(const QFont& font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QString bodyOf(const QModelIndex& index)
{
    return inOwnDirection(displayBlock(index.data(CardBodyRole).toString()));
}

int viewWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return qMax(kLeastWidthPx, view != nullptr ? view->viewport()->width() : option.rect.width());
}

/// The score as number and bar at the line's end. @return how much of the line it takes
int paintScore(QPainter& painter, const QRect& line, const QStyleOptionViewItem& option, double score)
{
    const Colors& colors = colorsOf(option.palette);
    const QString number = QLocale().toString(score, 'f', 2);
    const int numberWidth = option.fontMetrics.horizontalAdvance(number);
    const auto place = [&](int fromEnd, int width, int height) {
        const QRect logical(line.right() - fromEnd - width + 1,
                            line.center().y() - height / 2,
                            width,
                            height);
        return QStyle::visualRect(option.direction, line, logical);
    };
    painter.setPen(colors.muted);
    painter.setFont(option.font);
    painter.drawText(place(0, numberWidth, line.height()), kLineFlags, number);
    paintBar(painter, place(numberWidth + kGapPx * 2, kBarWidthPx, kBarHeightPx), score, option.palette);
    return numberWidth + kBarWidthPx + kGapPx * 5;
}

} // namespace

void TextCardDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const Colors& colors = colorsOf(cell.palette);
    painter->save();
    const QRect inner = cell.rect.adjusted(kPadXPx, kPadYPx, -kPadXPx, -kPadYPx);
    const QFont bold = titleFont(cell.font);
    QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(bold).height());
    const QRect wholeLine = line;
    int taken = 0;
    if (const QVariant score = index.data(CardScoreRole); score.isValid()) {
        taken = paintScore(*painter, line, cell, score.toDouble());
    }
    int from = 0;
    if (const QVariant good = index.data(CardGoodRole); good.isValid()) {
        const QRect mark =
            QStyle::visualRect(cell.direction, line, QRect(line.topLeft(), QSize(kMarkPx, kMarkPx)));
        painter->drawPixmap(mark.topLeft(),
                            iconPixmap(good.toBool() ? QStringLiteral("check") : QStringLiteral("warning"),
                                       kMarkPx,
                                       good.toBool() ? colors.success : colors.warning,
                                       painter->device()->devicePixelRatioF()));
        from = kMarkPx + kGapPx * 2;
    }
    const QString note = index.data(CardNoteRole).toString();
    const int noteWidth = note.isEmpty() ? 0 : cell.fontMetrics.horizontalAdvance(note) + kGapPx * 3;
    const int titleWidth = qMax(0, line.width() - taken - from - noteWidth);
    const auto place = [&](int start, int width) {
        return QStyle::visualRect(cell.direction,
                                  wholeLine,
                                  QRect(line.left() + start, line.top(), width, line.height()));
    };
    painter->setFont(bold);
    painter->setPen(colors.text);
    const QString title =
        QFontMetrics(bold).elidedText(inOwnDirection(displayLine(index.data(CardTitleRole).toString())),
                                      Qt::ElideRight,
                                      titleWidth);
    painter->drawText(place(from, titleWidth), kLineFlags, title);
    painter->setFont(cell.font);
    painter->setPen(colors.muted);
    painter->drawText(place(line.width() - taken - noteWidth + kGapPx * 3, noteWidth), kLineFlags, note);
    painter->setPen(colors.text);
    painter->drawText(inner.adjusted(0, line.height() + kGapPx, 0, 0), kBodyFlags, bodyOf(index));
    painter->setPen(colors.border);
    painter->drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight());
    painter->restore();
}

QSize TextCardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = viewWidth(option);
    const QFontMetrics metrics(option.font);
    const QString body = bodyOf(index);
    const int bodyHeight =
        body.isEmpty()
            ? 0
            : metrics.boundingRect(QRect(0, 0, width - 2 * kPadXPx, 0), kBodyFlags, body).height() + kGapPx;
    return {kLeastWidthPx, QFontMetrics(titleFont(option.font)).height() + bodyHeight + 2 * kPadYPx + 1};
}

} // namespace parley::console
