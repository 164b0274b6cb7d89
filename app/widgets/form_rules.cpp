// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace parley::console::rules {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Rules)
};

} // namespace

Rule required()
{
    return [](const QJsonValue& value) {
        const bool isThere = value.isString()  ? !value.toString().trimmed().isEmpty()
                             : value.isArray() ? !value.toArray().isEmpty()
                                               : !value.isNull() && !value.isUndefined();
        return isThere ? QString() : Words::tr("This is needed.");
    };
}

Rule lengthAtMost(int most)
{
    return [most](const QJsonValue& value) {
        const auto length = value.toString().toUcs4().size();
        return length <= most ? QString()
                              : Words::tr("At most %1 characters; these are %2.").arg(most).arg(length);
    };
}

Rule matches(const QString& pattern, const QString& explanation)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return [expression, explanation](const QJsonValue& value) {
        const QString text = value.toString();
        return text.isEmpty() || expression.match(text).hasMatch() ? QString() : explanation;
    };
}

Rule email()
{
    return matches(QStringLiteral("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                   Words::tr("An e-mail address looks like name@example.com."));
}

Rule webAddress()
{
    return [](const QJsonValue& value) {
        const QUrl url(value.toString(), QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        return value.toString().isEmpty() || (isWeb && !url.host().isEmpty())
                   ? QString()
                   : Words::tr("A web address begins with https:// or http:// and names a server.");
    };
}

Rule chain(std::vector<Rule> rules)
{
    return [rules = std::move(rules)](const QJsonValue& value) {
        for (const Rule& rule : rules) {
            if (QString fault = rule(value); !fault.isEmpty()) {
                return fault;
            }
        }
        return QString();
    };
}

} // namespace parley::console::rules
