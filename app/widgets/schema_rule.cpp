// SPDX-License-Identifier: MIT
#include "app/net/json.h"
#include "app/widgets/schema_fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <climits>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SchemaForm)
};

/// A text that is left out is the business of `required` alone.
Rule unlessEmpty(Rule rule)
{
    return [rule = std::move(rule)](const QJsonValue& value) {
        return value.toString().isEmpty() ? QString() : rule(value);
    };
}

Rule lengthAtLeast(qint64 least)
{
    return [least](const QJsonValue& value) {
        const auto length = value.toString().toUcs4().size();
        return length >= least ? QString()
                               : Words::tr("At least %1 characters; these are %2.").arg(least).arg(length);
    };
}

/// A JSON Schema's pattern may be found anywhere in the text.
Rule patternIn(const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid()) {
        return {};
    }
    return [expression](const QJsonValue& value) {
        return expression.match(value.toString()).hasMatch()
                   ? QString()
                   : Words::tr("This is not of the form that is asked for (%1).").arg(expression.pattern());
    };
}

std::vector<Rule> textRules(const QJsonObject& schema)
{
    std::vector<Rule> found;
    if (const qint64 least = json::integer(schema, QLatin1String("minLength")); least > 0) {
        found.push_back(unlessEmpty(lengthAtLeast(least)));
    }
    if (const qint64 most = json::integer(schema, QLatin1String("maxLength"), -1); most >= 0) {
        found.push_back(rules::lengthAtMost(static_cast<int>(qMin<qint64>(most, INT_MAX))));
    }
    if (const QString pattern = json::text(schema, QLatin1String("pattern")); !pattern.isEmpty()) {
        if (Rule rule = patternIn(pattern)) {
            found.push_back(unlessEmpty(std::move(rule)));
        }
    }
    const QString format = json::text(schema, QLatin1String("format"));
    if (format == QLatin1String("email")) {
        found.push_back(rules::email());
    } else if (format == QLatin1String("uri") || format == QLatin1String("url")) {
        found.push_back(rules::webAddress());
    }
    return found;
}

/// Each line by its own rules, and how many there may be.
Rule linesRule(const QJsonObject& schema)
{
    const Rule line = rules::chain(textRules(json::object(schema, QLatin1String("items"))));
    const qint64 least = json::integer(schema, QLatin1String("minItems"));
    const qint64 most = json::integer(schema, QLatin1String("maxItems"), -1);
    const bool isUnique = json::boolean(schema, QLatin1String("uniqueItems"));
    // An empty list is one that is left out, unless leaving it out means something else.
    const bool mayBeEmpty = !schema.contains(QLatin1String("default"));
    return [line, least, most, isUnique, mayBeEmpty](const QJsonValue& value) {
        const QJsonArray lines = value.toArray();
        if (lines.size() < least && !(lines.isEmpty() && mayBeEmpty)) {
            return Words::tr("At least %1 of them.").arg(least);
        }
        if (most >= 0 && lines.size() > most) {
            return Words::tr("At most %1 of them; these are %2.").arg(most).arg(lines.size());
        }
        QStringList seen;
        for (const QJsonValue& each : lines) {
            const QString text = each.toString();
            if (isUnique && seen.contains(text)) {
                return Words::tr("\"%1\" stands here twice.").arg(text);
            }
            seen.append(text);
            if (const QString fault = line(each); !fault.isEmpty()) {
                return Words::tr("\"%1\": %2").arg(text, fault);
            }
        }
        return QString();
    };
}

} // namespace

Rule schemaRule(const SchemaProperty& property)
{
    std::vector<Rule> found;
    if (property.isRequired) {
        found.push_back(rules::required());
    }
    const QString type = schemaType(property.schema);
    if (type == QLatin1String("string")) {
        for (Rule& each : textRules(property.schema)) {
            found.push_back(std::move(each));
        }
    } else if (type == QLatin1String("array")) {
        found.push_back(linesRule(property.schema));
    }
    return found.empty() ? Rule() : rules::chain(std::move(found));
}

QString schemaType(const QJsonObject& schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    if (type.isString()) {
        return type.toString();
    }
    QString only;
    for (const QJsonValue& each : type.toArray()) {
        if (each == QJsonValue(QStringLiteral("null"))) {
            continue;
        }
        if (!only.isEmpty()) {
            return {};
        }
        only = each.toString();
    }
    return only;
}

} // namespace parley::console
