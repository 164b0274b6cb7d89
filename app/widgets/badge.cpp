// SPDX-License-Identifier: MIT
#include "app/widgets/badge.h"

#include "app/style/colors.h"
#include "app/widgets/display_text.h"

#include <QFontMetrics>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kPadX = 7;
constexpr int kPadY = 2;
constexpr double kFontShare = 0.86;
constexpr double kInitialsShare = 0.4;
constexpr int kHues = 360;
constexpr int kLongestText = 40;

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

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString& text)
{
    m_text = displayLine(text, kLongestText);
    setAccessibleName(m_text);
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

ToneColors avatarColors(const QString& name, const QPalette& palette)
{
    const int hue = static_cast<int>(qHash(name, 0) % kHues);
    return isDark(palette) ? ToneColors{QColor::fromHsl(hue, 70, 70), QColor::fromHsl(hue, 120, 220)}
                           : ToneColors{QColor::fromHsl(hue, 90, 215), QColor::fromHsl(hue, 150, 60)};
}

void paintAvatar(QPainter& painter, const QRect& square, const QString& name, const QPalette& palette)
{
    const ToneColors colors = avatarColors(name, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawEllipse(square);
    painter.setPen(colors.text);
    QFont font = painter.font();
    font.setPixelSize(qMax(8, static_cast<int>(square.height() * kInitialsShare)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(square, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

} // namespace parley::console
