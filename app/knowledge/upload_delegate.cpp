// SPDX-License-Identifier: MIT
#include "app/knowledge/upload_delegate.h"

#include "app/knowledge/document_delegate.h"
#include "app/knowledge/upload_queue.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"

#include <QApplication>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kRowHeightPx = 30;
constexpr int kPadPx = 8;
constexpr int kIconPx = 16;
constexpr int kBarHeightPx = 6;
constexpr int kBarWidthPx = 140;
constexpr double kNameShare = 0.42;

} // namespace

void UploadDelegate::paint(QPainter* painter,
                           const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString name = inOwnDirection(displayLine(std::exchange(cell.text, QString())));
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const Colors& colors = colorsOf(cell.palette);
    const auto state = static_cast<UploadQueue::State>(index.data(UploadQueue::StateRole).toInt());
    const bool isFailed = state == UploadQueue::State::Failed;
    const bool isDone = state == UploadQueue::State::Done;
    const QColor color = isFailed ? colors.danger : isDone ? colors.success : colors.muted;
    const QString picture = isFailed ? QStringLiteral("warning")
                            : isDone ? QStringLiteral("check")
                                     : QStringLiteral("upload");

    const QRect inner = cell.rect.adjusted(kPadPx, 0, -kPadPx, 0);
    const auto place = [&](int from, int width, int height) {
        const QRect logical(inner.left() + from, inner.center().y() - height / 2, width, height);
        return QStyle::visualRect(cell.direction, inner, logical);
    };
    painter->drawPixmap(place(0, kIconPx, kIconPx).topLeft(),
                        iconPixmap(picture, kIconPx, color, painter->device()->devicePixelRatioF()));
    const int nameFrom = kIconPx + kPadPx;
    const int nameWidth = qRound(inner.width() * kNameShare);
    const auto leading = static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine);
    painter->setPen(colors.text);
    painter->drawText(place(nameFrom, nameWidth, inner.height()),
                      leading,
                      cell.fontMetrics.elidedText(name, Qt::ElideMiddle, nameWidth));
    const int noteFrom = nameFrom + nameWidth + kPadPx;
    if (state == UploadQueue::State::Sending) {
        const int width = qMin(kBarWidthPx, inner.width() - noteFrom);
        paintBar(*painter,
                 place(noteFrom, width, kBarHeightPx),
                 index.data(UploadQueue::ProgressRole).toDouble(),
                 cell.palette);
        return;
    }
    const int noteWidth = inner.width() - noteFrom;
    const QString note = inOwnDirection(displayLine(index.data(UploadQueue::NoteRole).toString()));
    painter->setPen(color);
    painter->drawText(place(noteFrom, noteWidth, inner.height()),
                      leading,
                      cell.fontMetrics.elidedText(note, Qt::ElideRight, noteWidth));
}

QSize UploadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, qMax(kRowHeightPx, option.fontMetrics.height() + kPadPx)};
}

} // namespace parley::console
