// SPDX-License-Identifier: MIT
#include "app/settings/threshold_bars.h"

#include "app/style/colors.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace parley::console {

namespace {

constexpr int kBarPx = 22;
constexpr int kGapPx = 6;
constexpr int kSwatchPx = 10;
constexpr int kRadiusPx = 5;
constexpr int kWidthPx = 320;

struct Part {
    int count;
    QColor color;
    QString name;
};

std::array<Part, 3> partsOf(const ThresholdBars::Counts& counts, const Colors& colors)
{
    return {Part{counts.answered, colors.success, ThresholdBars::tr("answered")},
            Part{counts.clarified, colors.accent, ThresholdBars::tr("asked back")},
            Part{counts.escalated, colors.warning, ThresholdBars::tr("handed over")}};
}

} // namespace

ThresholdBars::ThresholdBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThresholdBars::setCounts(const Counts& was, const Counts& wouldBe, const QString& label)
{
    m_was = was;
    m_wouldBe = wouldBe;
    m_label = label;
    setAccessibleName(tr("As it was: %1 answered, %2 asked back, %3 handed over. %4: %5, %6, %7.")
                          .arg(QString::number(was.answered),
                               QString::number(was.clarified),
                               QString::number(was.escalated),
                               label,
                               QString::number(wouldBe.answered),
                               QString::number(wouldBe.clarified),
                               QString::number(wouldBe.escalated)));
    update();
}

QSize ThresholdBars::sizeHint() const
{
    const int line = fontMetrics().height();
    return {kWidthPx, 2 * (line + 2 + kBarPx + 2 * kGapPx) + 3 * (line + 2)};
}

QSize ThresholdBars::minimumSizeHint() const
{
    return {kWidthPx / 2, sizeHint().height()};
}

void ThresholdBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = paintBar(painter, 0, tr("As it was"), m_was);
    top = paintBar(painter, top, m_label, m_wouldBe);
    paintLegend(painter, top);
}

int ThresholdBars::paintBar(QPainter& painter, int top, const QString& label, const Counts& counts) const
{
    const Colors& colors = colorsOf(palette());
    const int line = fontMetrics().height();
    const int leading = static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter);
    painter.setPen(colors.text);
    painter.drawText(QRect(0, top, width(), line), leading, label);
    const QRect bar(0, top + line + 2, width(), kBarPx);
    QPainterPath shape;
    shape.addRoundedRect(bar, kRadiusPx, kRadiusPx);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(bar, colors.raised);
    double from = 0;
    for (const Part& part : partsOf(counts, colors)) {
        const double share = counts.all() == 0 ? 0 : static_cast<double>(part.count) / counts.all();
        QRectF piece(from, bar.top(), share * bar.width(), bar.height());
        from += piece.width();
        if (layoutDirection() == Qt::RightToLeft) {
            piece.moveLeft(bar.width() - from);
        }
        painter.fillRect(piece, part.color);
        const QString number = QLocale().toString(part.count);
        if (fontMetrics().horizontalAdvance(number) + 2 * kGapPx < piece.width()) {
            painter.setPen(colors.surface);
            painter.drawText(piece, Qt::AlignCenter, number);
        }
    }
    painter.restore();
    return bar.bottom() + 1 + 2 * kGapPx;
}

void ThresholdBars::paintLegend(QPainter& painter, int top) const
{
    const Colors& colors = colorsOf(palette());
    const int line = fontMetrics().height();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto was = partsOf(m_was, colors);
    const auto then = partsOf(m_wouldBe, colors);
    for (std::size_t i = 0; i < was.size(); ++i) {
        const int swatchX = isMirrored ? width() - kSwatchPx : 0;
        painter.fillRect(QRect(swatchX, top + (line - kSwatchPx) / 2, kSwatchPx, kSwatchPx), was.at(i).color);
        const int by = then.at(i).count - was.at(i).count;
        const QString sign = by > 0 ? QStringLiteral("+") : by < 0 ? QStringLiteral("−") : QString();
        const QString change = by == 0 ? tr("as before") : sign + QLocale().toString(qAbs(by));
        painter.setPen(colors.text);
        const QRect text = isMirrored ? QRect(0, top, width() - kSwatchPx - kGapPx, line)
                                      : QRect(kSwatchPx + kGapPx, top, width(), line);
        painter.drawText(text,
                         static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter),
                         tr("%1: %2 (%3)").arg(was.at(i).name, QLocale().toString(then.at(i).count), change));
        top += line + 2;
    }
}

} // namespace parley::console
