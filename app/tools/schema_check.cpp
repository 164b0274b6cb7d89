// SPDX-License-Identifier: MIT
#include "app/tools/schema_check.h"

#include "app/tools/json_positions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace parley::console {

namespace {

// As the server allows; see "Schemas" in resources/docs/operations.md.
constexpr int kMostBytes = 32 * 1024;
constexpr int kMostDepth = 16;
constexpr int kMostFaults = 5;
constexpr int kMostPattern = 512;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SchemaCheck)
};

using Names = QSet<QString>;

Names names(std::initializer_list<const char*> list)
{
    Names set;
    for (const char* each : list) {
        set.insert(QString::fromLatin1(each));
    }
    return set;
}

class Checker {
public:
    explicit Checker(const QString& text) : m_positions(text) {}

    void check(const QJsonObject& schema)
    {
        const QJsonValue type = schema.value(QLatin1String("type"));
        if (type.isUndefined()) {
            fault({}, Words::tr("needs \"type\": \"object\": a tool's parameters have names"));
        } else if (type != QJsonValue(QStringLiteral("object"))) {
            fault(QStringLiteral("type"), Words::tr("must be \"object\": a tool's parameters have names"));
        }
        checkRequired(schema);
        walk(schema, {}, 0);
    }

    QList<SchemaFault> faults() const { return m_faults; }

private:
    void fault(const QString& path, const QString& message)
    {
        if (m_faults.size() < kMostFaults) {
            m_faults.append({path, message, m_positions.lineOf(path)});
        }
    }

    /// Of the whole alone: further in, a name may come from a reference.
    void checkRequired(const QJsonObject& schema)
    {
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (qsizetype i = 0; i < required.size(); ++i) {
            const QString name = required.at(i).toString();
            if (!name.isEmpty() && !properties.contains(name)) {
                fault(QStringLiteral("required[%1]").arg(i),
                      Words::tr("names \"%1\", which is none of the properties").arg(name));
            }
        }
    }

    void walk(const QJsonValue& node, const QString& path, int depth)
    {
        if (node.isBool()) {
            return;
        }
        if (!node.isObject()) {
            fault(path, Words::tr("must be a schema: an object, or true or false"));
            return;
        }
        if (depth > kMostDepth) {
            fault(path, Words::tr("goes deeper than 16 levels"));
            return;
        }
        const QJsonObject object = node.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            keyword(field.key(),
                    field.value(),
                    path.isEmpty() ? field.key() : path + QLatin1Char('.') + field.key(),
                    depth);
        }
    }

    void keyword(const QString& name, const QJsonValue& value, const QString& path, int depth)
    {
        static const Names notes = names({"title",
                                          "description",
                                          "default",
                                          "examples",
                                          "example",
                                          "deprecated",
                                          "readOnly",
                                          "writeOnly",
                                          "nullable",
                                          "contentEncoding",
                                          "contentMediaType",
                                          "$comment",
                                          "$schema",
                                          "format",
                                          "const"});
        static const Names schemas = names({"not",
                                            "if",
                                            "then",
                                            "else",
                                            "contains",
                                            "propertyNames",
                                            "additionalItems",
                                            "additionalProperties"});
        static const Names lists = names({"allOf", "anyOf", "oneOf", "prefixItems"});
        static const Names maps = names({"properties", "dependentSchemas", "$defs", "definitions"});
        if (notes.contains(name) || name.startsWith(QLatin1String("x-")) ||
            name == QLatin1String("dependencies") || name == QLatin1String("dependentRequired")) {
            return;
        }
        if (schemas.contains(name) || (name == QLatin1String("items") && !value.isArray())) {
            walk(value, path, depth + 1);
        } else if (lists.contains(name) || name == QLatin1String("items")) {
            list(value, path, depth);
        } else if (maps.contains(name)) {
            map(value, path, depth);
        } else {
            plain(name, value, path);
        }
    }

    void list(const QJsonValue& value, const QString& path, int depth)
    {
        const QJsonArray all = value.toArray();
        if (all.isEmpty()) {
            fault(path, Words::tr("must be a list of schemas"));
        }
        for (qsizetype i = 0; i < all.size(); ++i) {
            walk(all.at(i), path + QStringLiteral("[%1]").arg(i), depth + 1);
        }
    }

    void map(const QJsonValue& value, const QString& path, int depth)
    {
        if (!value.isObject()) {
            fault(path, Words::tr("must be an object of schemas, by name"));
            return;
        }
        const QJsonObject all = value.toObject();
        for (auto each = all.begin(); each != all.end(); ++each) {
            walk(each.value(), path + QLatin1Char('.') + each.key(), depth + 1);
        }
    }

    void plain(const QString& name, const QJsonValue& value, const QString& path)
    {
        static const Names counts = names({"maxLength",
                                           "minLength",
                                           "maxItems",
                                           "minItems",
                                           "maxProperties",
                                           "minProperties",
                                           "minContains",
                                           "maxContains"});
        static const Names numbers =
            names({"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"});
        if (name == QLatin1String("type")) {
            type(value, path);
        } else if (name == QLatin1String("$ref")) {
            if (!value.toString().startsWith(QLatin1String("#/"))) {
                fault(path, Words::tr("must point into this schema, such as #/$defs/address"));
            }
        } else if (counts.contains(name)) {
            if (value.toInteger(-1) < 0) {
                fault(path, Words::tr("must be a whole number from 0"));
            }
        } else if (numbers.contains(name)) {
            if (!value.isDouble() || (name == QLatin1String("multipleOf") && value.toDouble() <= 0)) {
                fault(path, Words::tr("must be a number, and multipleOf above 0"));
            }
        } else if (name == QLatin1String("uniqueItems")) {
            if (!value.isBool()) {
                fault(path, Words::tr("must be true or false"));
            }
        } else if (name == QLatin1String("pattern")) {
            if (!value.isString() || value.toString().size() > kMostPattern) {
                fault(path, Words::tr("must be a text of at most 512 characters"));
            }
        } else if (name == QLatin1String("enum")) {
            if (value.toArray().isEmpty()) {
                fault(path, Words::tr("must be a list of values"));
            }
        } else if (name == QLatin1String("required")) {
            required(value, path);
        } else {
            fault(path, Words::tr("is a keyword that is not checked here; leave it out"));
        }
    }

    void required(const QJsonValue& value, const QString& path)
    {
        if (!value.isArray()) {
            fault(path, Words::tr("must be a list of names"));
        }
        const QJsonArray all = value.toArray();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!all.at(i).isString()) {
                fault(path + QStringLiteral("[%1]").arg(i), Words::tr("must be a name"));
            }
        }
    }

    void type(const QJsonValue& value, const QString& path)
    {
        static const Names types =
            names({"null", "boolean", "object", "array", "number", "string", "integer"});
        const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
        bool isFine = !all.isEmpty();
        for (const QJsonValue& each : all) {
            isFine = isFine && types.contains(each.toString());
        }
        if (!isFine) {
            fault(path,
                  Words::tr(
                      "must be null, boolean, object, array, number, string, integer, or a list of them"));
        }
    }

    JsonPositions m_positions;
    QList<SchemaFault> m_faults;
};

} // namespace

QList<SchemaFault> schemaFaults(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return {};
    }
    const QByteArray bytes = text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        const auto line = bytes.left(error.offset).count('\n') + 1;
        return {{{}, Words::tr("This is not JSON: %1.").arg(error.errorString()), static_cast<int>(line)}};
    }
    if (!document.isObject()) {
        return {{{}, Words::tr("A JSON Schema is an object: { … }."), 1}};
    }
    if (document.toJson(QJsonDocument::Compact).size() > kMostBytes) {
        return {{{}, Words::tr("The schema may have at most 32 KiB."), 1}};
    }
    Checker checker(text);
    checker.check(document.object());
    return checker.faults();
}

QString describeFaults(const QList<SchemaFault>& faults)
{
    QStringList lines;
    for (const SchemaFault& fault : faults) {
        lines.append(fault.path.isEmpty()
                         ? Words::tr("Line %1: %2").arg(fault.line).arg(fault.message)
                         : Words::tr("Line %1: %2 %3").arg(fault.line).arg(fault.path, fault.message));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace parley::console
