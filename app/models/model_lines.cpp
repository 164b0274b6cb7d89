// SPDX-License-Identifier: MIT
#include "app/models/model_lines.h"

#include "app/net/json.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace parley::console::model_lines {

namespace {

// As the server allows.
constexpr double kMostPrice = 1e6;
constexpr int kMostModels = 50;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ModelLines)
};

QStringList linesOf(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty()) {
            lines.append(line.simplified());
        }
    }
    return lines;
}

/// Both "0.15" and "0,15".
std::optional<double> price(const QString& text)
{
    bool isNumber = false;
    const double value = QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && value >= 0 && value <= kMostPrice ? std::optional(value) : std::nullopt;
}

} // namespace

QString textOf(const QJsonArray& models)
{
    QStringList lines;
    for (const QJsonValue& each : models) {
        if (each.isString()) {
            lines.append(each.toString());
            continue;
        }
        const QJsonObject model = each.toObject();
        const auto number = [&](QLatin1String key) {
            return QString::number(json::number(model, key), 'g', 10);
        };
        lines.append(json::text(model, QLatin1String("name")) + QLatin1Char(' ') +
                     number(QLatin1String("input_price")) + QLatin1Char(' ') +
                     number(QLatin1String("output_price")));
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonArray modelsOf(const QString& text)
{
    QJsonArray models;
    for (const QString& line : linesOf(text)) {
        const QStringList parts = line.split(QLatin1Char(' '));
        const auto input = parts.size() == 3 ? price(parts.at(1)) : std::nullopt;
        const auto output = parts.size() == 3 ? price(parts.at(2)) : std::nullopt;
        if (input && output) {
            models.append(QJsonObject{{QStringLiteral("name"), parts.first()},
                                      {QStringLiteral("input_price"), *input},
                                      {QStringLiteral("output_price"), *output}});
        } else {
            models.append(line);
        }
    }
    return models;
}

QString faultIn(const QString& text)
{
    const QStringList lines = linesOf(text);
    if (lines.isEmpty()) {
        return Words::tr("Name at least one model.");
    }
    if (lines.size() > kMostModels) {
        return Words::tr("At most %1 models; these are %2.").arg(kMostModels).arg(lines.size());
    }
    for (const QString& line : lines) {
        const QStringList parts = line.split(QLatin1Char(' '));
        const bool isRight =
            parts.size() == 1 || (parts.size() == 3 && price(parts.at(1)) && price(parts.at(2)));
        if (!isRight) {
            return Words::tr(
                       "\"%1\": write a name alone, or a name and two prices from 0: what a million tokens "
                       "cost read and written.")
                .arg(line);
        }
    }
    return {};
}

} // namespace parley::console::model_lines
