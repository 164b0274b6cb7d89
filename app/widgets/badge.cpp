// SPDX-License-Identifier: MIT
#include "app/widgets/badge.h"

#include "app/style/colors.h"

#include <QFontMetrics>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 7;
constexpr int kPadY = 2;
constexpr double kFontShare = 0.86;
constexpr double kInitialsShare = 0.4;
constexpr int kHues = 360;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kFontShare);
    font.setWeight(QFont::DemiBold);
    return font;
}

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& part : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (part.front().isLetterOrNumber()) {
            initials.append(part.front().toUpper());
        }
        if (initials.size() == 2) {
            break;
        }
    }
    return initials.isEmpty() ? QStringLiteral("?") : initials;
}

} // namespace

ToneColors toneColors(Tone tone, const QPalette& palette)
{
    const Colors& colors = colorsOf(palette);
    switch (tone) {
    case Tone::Accent:
        return {colors.accentSoft, colors.accent};
    case Tone::Success:
        return {colors.successSoft, colors.success};
    case Tone::Warning:
        return {colors.warningSoft, colors.warning};
    case Tone::Danger:
        return {colors.dangerSoft, colors.danger};
    case Tone::Neutral:
        break;
    }
    return {colors.raised, colors.muted};
}

QSize badgeSize(const QString& text, const QFont& font)
{
    const QFontMetrics metrics(smaller(font));
    return {metrics.horizontalAdvance(text) + 2 * kPadX, metrics.height() + 2 * kPadY};
}

int paintBadge(QPainter& painter,
               const QPoint& topLeft,
               const QString& text,
               Tone tone,
               const QFont& font,
               const QPalette& palette)
{
    const QRect rect(topLeft, badgeSize(text, font));
    const ToneColors colors = toneColors(tone, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(colors.text);
    painter.setFont(smaller(font));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return rect.width();
}

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Badge::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_text, font());
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, QPoint(0, 0), m_text, m_tone, font(), palette());
}

void paintAvatar(QPainter& painter, const QRect& square, const QString& name, const QPalette& palette)
{
    const int hue = static_cast<int>(qHash(name, 0) % kHues);
    const bool dark = isDark(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dark ? QColor::fromHsl(hue, 70, 70) : QColor::fromHsl(hue, 90, 215));
    painter.drawEllipse(square);
    painter.setPen(dark ? QColor::fromHsl(hue, 120, 220) : QColor::fromHsl(hue, 150, 60));
    QFont font = painter.font();
    font.setPixelSize(qMax(8, static_cast<int>(square.height() * kInitialsShare)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(square, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

} // namespace parley::console
