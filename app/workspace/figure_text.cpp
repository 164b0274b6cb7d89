// SPDX-License-Identifier: MIT
#include "app/workspace/figure_text.h"

#include "app/widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace parley::console {

namespace {

constexpr double kPercent = 100;
constexpr double kSecondMs = 1000;
constexpr double kMinuteS = 60;
/// Below half a percent nothing has changed.
constexpr double kNoticeable = 0.5;
constexpr double kWholeMoney = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::FigureText)
};

QString none()
{
    return QStringLiteral("–");
}

Tone toneOf(double difference, Better better)
{
    if (better == Better::Neither) {
        return Tone::Neutral;
    }
    return (difference > 0) == (better == Better::More) ? Tone::Success : Tone::Warning;
}

QString signedText(double value)
{
    const QString text = QLocale().toString(std::abs(value), 'f', 0);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

} // namespace

QString countText(const std::optional<double>& count)
{
    return count ? QLocale().toString(*count, 'f', 0) : none();
}

QString shareText(const std::optional<double>& share)
{
    return share ? Words::tr("%1 %").arg(QLocale().toString(*share * kPercent, 'f', 0)) : none();
}

QString latencyText(const std::optional<double>& milliseconds)
{
    if (!milliseconds) {
        return none();
    }
    const double seconds = *milliseconds / kSecondMs;
    if (seconds < 1) {
        return Words::tr("%1 ms").arg(QLocale().toString(*milliseconds, 'f', 0));
    }
    if (seconds < kMinuteS) {
        return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
    }
    return durationText(qRound64(seconds));
}

QString moneyText(const std::optional<double>& amount)
{
    return amount ? QLocale().toString(*amount, 'f', std::abs(*amount) < kWholeMoney ? 2 : 0) : none();
}

Change changeBetween(const std::optional<double>& now, const std::optional<double>& before, Better better)
{
    if (!now || !before || *before <= 0) {
        return {};
    }
    const double percent = (*now - *before) / *before * kPercent;
    if (std::abs(percent) < kNoticeable) {
        return {};
    }
    return {Words::tr("%1 %").arg(signedText(percent)), toneOf(percent, better)};
}

Change shareChange(const std::optional<double>& now, const std::optional<double>& before, Better better)
{
    if (!now || !before) {
        return {};
    }
    const double points = (*now - *before) * kPercent;
    if (std::abs(points) < kNoticeable) {
        return {};
    }
    return {Words::tr("%1 points").arg(signedText(points)), toneOf(points, better)};
}

QString nameText(const QString& name)
{
    QString text = name;
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty()) {
        text.front() = text.front().toUpper();
    }
    return text.isEmpty() ? Words::tr("Unnamed") : text;
}

} // namespace parley::console
