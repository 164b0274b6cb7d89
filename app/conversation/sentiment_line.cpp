// SPDX-License-Identifier: MIT
#include "app/conversation/sentiment_line.h"

#include "app/net/json.h"
#include "app/style/colors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kHeight = 44;
constexpr int kPad = 6;
constexpr double kUpset = -0.35;
constexpr double kCool = -0.1;
constexpr double kPleased = 0.25;

QColor moodColor(double mood, const Colors& colors)
{
    if (mood < kUpset) {
        return colors.danger;
    }
    if (mood < kCool) {
        return colors.warning;
    }
    return mood > kPleased ? colors.success : colors.muted;
}

} // namespace

QString moodWords(double mood)
{
    if (mood < kUpset) {
        return SentimentLine::tr("Upset");
    }
    if (mood < kCool) {
        return SentimentLine::tr("Displeased");
    }
    return mood > kPleased ? SentimentLine::tr("Pleased") : SentimentLine::tr("Neutral");
}

SentimentLine::SentimentLine(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SentimentLine::setMoods(const QJsonArray& moods)
{
    m_moods.clear();
    for (const QJsonValue& each : moods) {
        m_moods.append(std::clamp(json::number(each.toObject(), QLatin1String("sentiment")), -1.0, 1.0));
    }
    setAccessibleName(m_moods.isEmpty() ? QString() : tr("Mood: %1").arg(moodWords(m_moods.last())));
    update();
}

QSize SentimentLine::sizeHint() const
{
    return {160, kHeight};
}

void SentimentLine::paintEvent(QPaintEvent*)
{
    if (m_moods.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsOf(palette());
    const QRectF area = QRectF(rect()).adjusted(kPad, kPad, -kPad, -kPad);
    painter.setPen(QPen(colors.border, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](int i) {
        const double share =
            m_moods.size() == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(m_moods.size() - 1);
        const double x = area.left() + area.width() * (isMirrored ? 1 - share : share);
        return QPointF(x, area.center().y() - m_moods.at(i) * area.height() / 2);
    };
    QPainterPath path(place(0));
    for (int i = 1; i < m_moods.size(); ++i) {
        path.lineTo(place(i));
    }
    painter.setPen(QPen(colors.accent, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_moods.size(); ++i) {
        painter.setBrush(moodColor(m_moods.at(i), colors));
        painter.drawEllipse(place(i), 3, 3);
    }
}

} // namespace parley::console
