// SPDX-License-Identifier: MIT
#include "app/conversation/factor_bars.h"

#include "app/conversation/case_words.h"
#include "app/net/json.h"
#include "app/style/colors.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace parley::console {

namespace {

constexpr int kMost = 8;
constexpr int kBarHeight = 8;
constexpr double kWordsShare = 0.6;
constexpr double kLeastWidest = 0.5;
constexpr double kSmaller = 0.9;

} // namespace

void FactorBars::setFactors(const QJsonObject& factors)
{
    m_bars.clear();
    m_widest = kLeastWidest;
    QStringList spoken;
    for (const QJsonValue& each : json::array(factors, QLatin1String("factors"))) {
        const QJsonObject factor = each.toObject();
        Bar bar;
        bar.words = factorWords(json::text(factor, QLatin1String("name")));
        bar.contribution = json::number(factor, QLatin1String("contribution"));
        if (m_bars.size() == kMost || !std::isfinite(bar.contribution)) {
            continue;
        }
        m_widest = std::max(m_widest, std::abs(bar.contribution));
        spoken.append(QStringLiteral("%1 %2").arg(bar.words, QLocale().toString(bar.contribution, 'f', 1)));
        m_bars.append(bar);
    }
    setAccessibleName(tr("What made the confidence"));
    setAccessibleDescription(spoken.join(QLatin1String(", ")));
    setVisible(!m_bars.isEmpty());
    updateGeometry();
    update();
}

int FactorBars::rowHeight() const
{
    return fontMetrics().height() + 4;
}

QSize FactorBars::sizeHint() const
{
    return {180, static_cast<int>(m_bars.size()) * rowHeight()};
}

void FactorBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsOf(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kSmaller);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int words = static_cast<int>(width() * kWordsShare);
    const int half = (width() - words - 12) / 2;
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars.at(i);
        const QRect row(0, i * rowHeight(), width(), rowHeight());
        const QRect text =
            QStyle::visualRect(layoutDirection(), row, QRect(0, row.top(), words, row.height()));
        painter.setPen(colors.text);
        painter.drawText(text,
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(bar.words, Qt::ElideRight, words));
        const int middle = words + 12 + half;
        const int length = std::max(2, static_cast<int>(half * std::abs(bar.contribution) / m_widest));
        const int left = bar.contribution < 0 ? middle - length : middle;
        const QRect shape(left, row.center().y() - kBarHeight / 2, length, kBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar.contribution < 0 ? colors.danger : colors.success);
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), row, shape), 2, 2);
        painter.setPen(colors.border);
        const int axis = layoutDirection() == Qt::RightToLeft ? width() - middle : middle;
        painter.drawLine(axis, row.top(), axis, row.bottom());
    }
}

} // namespace parley::console
