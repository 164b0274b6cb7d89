// SPDX-License-Identifier: MIT
#include "app/runs/contribution_bars.h"

#include "app/runs/run_words.h"
#include "app/style/colors.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kPadPx = 5;
constexpr int kBarPx = 8;
constexpr int kGapPx = 10;
constexpr int kWidthPx = 420;
constexpr int kNumberChars = 7;

QString signedText(double number)
{
    return (number > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(number, 'f', 2);
}

} // namespace

ContributionBars::ContributionBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("What made the confidence"));
}

void ContributionBars::setFactors(double base, const QList<ConfidenceFactor>& factors)
{
    m_factors = factors;
    if (!m_factors.isEmpty()) {
        m_factors.prepend({QString(), base});
    }
    QStringList told;
    for (const ConfidenceFactor& each : std::as_const(m_factors)) {
        told.append(each.name.isEmpty()
                        ? tr("Where it starts: %1").arg(signedText(each.contribution))
                        : words::factor(each.name) + QLatin1Char(' ') + signedText(each.contribution));
    }
    setAccessibleDescription(told.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int ContributionBars::lineHeight() const
{
    return fontMetrics().height() + 2 * kPadPx;
}

QSize ContributionBars::sizeHint() const
{
    return {kWidthPx, static_cast<int>(m_factors.size()) * lineHeight()};
}

void ContributionBars::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double most = 0;
    for (const ConfidenceFactor& each : std::as_const(m_factors)) {
        most = std::max(most, std::abs(each.contribution));
    }
    const int number = fontMetrics().averageCharWidth() * kNumberChars;
    const int textWidth = (width() - number - 2 * kGapPx) / 2;
    const int half = (width() - textWidth - number - 2 * kGapPx) / 2;
    for (int line = 0; line < m_factors.size(); ++line) {
        const ConfidenceFactor& factor = m_factors.at(line);
        const QRect row(0, line * lineHeight(), width(), lineHeight());
        const auto mirrored = [&](const QRect& rect) {
            return QStyle::visualRect(layoutDirection(), row, rect);
        };
        const QString text = factor.name.isEmpty() ? tr("Where it starts") : words::factor(factor.name);
        painter.setPen(factor.name.isEmpty() ? colors.muted : colors.text);
        painter.drawText(mirrored(QRect(row.left(), row.top(), textWidth, row.height())),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) |
                                          Qt::AlignVCenter),
                         fontMetrics().elidedText(text, Qt::ElideRight, textWidth));
        const int middle = row.left() + textWidth + kGapPx + half;
        const int length = most > 0 ? qRound(half * std::abs(factor.contribution) / most) : 0;
        const bool isFor = factor.contribution >= 0;
        const QRect bar(isFor ? middle : middle - length, row.center().y() - kBarPx / 2, length, kBarPx);
        painter.setPen(Qt::NoPen);
        painter.setBrush(factor.name.isEmpty() ? colors.border : isFor ? colors.success : colors.danger);
        painter.drawRoundedRect(mirrored(bar), kBarPx / 2.0, kBarPx / 2.0);
        painter.setPen(colors.border);
        const QRect axis = mirrored(QRect(middle, row.top(), 1, row.height()));
        painter.drawLine(axis.topLeft(), axis.bottomLeft());
        painter.setPen(colors.muted);
        painter.drawText(mirrored(QRect(row.right() - number, row.top(), number, row.height())),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) |
                                          Qt::AlignVCenter),
                         signedText(factor.contribution));
    }
}

} // namespace parley::console
