// SPDX-License-Identifier: MIT
#include "app/widget_designer/widget_rules.h"

#include "app/widget_designer/contrast.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace parley::console::rules {

namespace {

constexpr int kMostOrigins = 100;
constexpr int kMostOrigin = 255;
constexpr int kMostQuestions = 10;
constexpr int kMostQuestion = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::WidgetRules)
};

/// As browsers send it, or it would never match: in lower case, without a path, and no pattern.
bool isOrigin(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^https?://[a-z0-9\\-.:\\[\\]]+$"));
    return text == QLatin1String("*") || (text.size() <= kMostOrigin && shape.match(text).hasMatch());
}

} // namespace

Rule color()
{
    return [](const QJsonValue& value) {
        return colorOf(value.toString()).isValid()
                   ? QString()
                   : Words::tr("A colour is # and six digits or letters to f, such as #1f5fbf.");
    };
}

Rule locale()
{
    return chain(
        {required(),
         matches(QStringLiteral("[A-Za-z0-9-]{2,35}"), Words::tr("A language such as en or de-AT."))});
}

Rule origins()
{
    return [](const QJsonValue& value) {
        const QJsonArray all = value.toArray();
        if (all.size() > kMostOrigins) {
            return Words::tr("At most %1 lines; these are %2.").arg(kMostOrigins).arg(all.size());
        }
        for (const QJsonValue& each : all) {
            if (!isOrigin(each.toString())) {
                return Words::tr(
                           "\"%1\" is no origin. It looks like https://shop.example: small letters, no path "
                           "and no / at its end; or * for every site.")
                    .arg(each.toString());
            }
        }
        return QString();
    };
}

Rule suggestedQuestions()
{
    return [](const QJsonValue& value) {
        const QJsonArray all = value.toArray();
        if (all.size() > kMostQuestions) {
            return Words::tr("At most %1 questions; these are %2.").arg(kMostQuestions).arg(all.size());
        }
        for (const QJsonValue& each : all) {
            if (each.toString().toUcs4().size() > kMostQuestion) {
                return Words::tr("A question may have %1 characters.").arg(kMostQuestion);
            }
        }
        return QString();
    };
}

} // namespace parley::console::rules
