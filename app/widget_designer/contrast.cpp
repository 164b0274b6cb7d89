// SPDX-License-Identifier: MIT
#include "app/widget_designer/contrast.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace parley::console {

namespace {

/// WCAG 2.2 1.4.3, for text of ordinary size.
constexpr double kText = 4.5;
constexpr double kStep = 0.05;
constexpr double kDarkSurface = 0.4;

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor textOn(const QColor& ground)
{
    return contrastRatio(ground, Qt::white) >= kText ? QColor(Qt::white) : QColor(Qt::black);
}

QColor readableOn(const QColor& color, const QColor& surface)
{
    const double target = luminance(surface) > kDarkSurface ? 0 : 1;
    const auto moved = [target](float part, double step) {
        return static_cast<float>(part + (target - part) * step);
    };
    for (double step = 0; step < 1; step += kStep) {
        const QColor mixed = QColor::fromRgbF(moved(color.redF(), step),
                                              moved(color.greenF(), step),
                                              moved(color.blueF(), step));
        if (contrastRatio(mixed, surface) >= kText) {
            return mixed;
        }
    }
    return target > 0 ? QColor(Qt::white) : QColor(Qt::black);
}

QColor colorOf(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    return shape.match(text).hasMatch() ? QColor(text) : QColor();
}

} // namespace parley::console
