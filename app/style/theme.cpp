// SPDX-License-Identifier: MIT
#include "app/style/theme.h"

#include "app/style/colors.h"

#include <QApplication>
#include <QFile>
#include <QStyleFactory>

namespace parley::console {

namespace {

constexpr double kUsualPt = 10;
constexpr double kTitle = 1.8;
constexpr double kHeading = 1.2;

/// What the desktop itself has, read once before the first change.
bool isSystemDark()
{
    static const bool isSo = isDark(QGuiApplication::palette());
    return isSo;
}

QString styleSheet(const Colors& colors)
{
    QFile file(QStringLiteral(":/style/console.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1String, QColor> names[] = {
        {QLatin1String("@window"), colors.window},
        {QLatin1String("@surface"), colors.surface},
        {QLatin1String("@raised"), colors.raised},
        {QLatin1String("@border"), colors.border},
        {QLatin1String("@text"), colors.text},
        {QLatin1String("@muted"), colors.muted},
        {QLatin1String("@onAccent"), colors.onAccent},
        {QLatin1String("@accentSoft"), colors.accentSoft},
        {QLatin1String("@accent"), colors.accent},
        {QLatin1String("@dangerSoft"), colors.dangerSoft},
        {QLatin1String("@danger"), colors.danger},
        {QLatin1String("@warningSoft"), colors.warningSoft},
        {QLatin1String("@warning"), colors.warning},
        {QLatin1String("@successSoft"), colors.successSoft},
        {QLatin1String("@success"), colors.success},
    };
    for (const auto& [name, color] : names) {
        sheet.replace(name, color.name());
    }
    // Larger than the system's font, whatever that is.
    const double base = QApplication::font().pointSizeF() > 0 ? QApplication::font().pointSizeF() : kUsualPt;
    sheet.replace(QLatin1String("@titleSize"), QString::number(base * kTitle, 'f', 1) + QLatin1String("pt"));
    sheet.replace(QLatin1String("@headingSize"),
                  QString::number(base * kHeading, 'f', 1) + QLatin1String("pt"));
    const bool isLight = colors.window.lightness() > colors.text.lightness();
    sheet.replace(QLatin1String("@shade"), isLight ? QLatin1String("light") : QLatin1String("dark"));
    return sheet;
}

} // namespace

void applyAppearance(QApplication& application, Appearance appearance)
{
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && isSystemDark());
    const Colors& colors = dark ? darkColors() : lightColors();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(colors));
    application.setStyleSheet(styleSheet(colors));
}

Appearance appearanceOf(const QString& name)
{
    if (name == QLatin1String("light")) {
        return Appearance::Light;
    }
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace parley::console
