// SPDX-License-Identifier: MIT
#include "app/tools/schema_form.h"

#include "app/net/json.h"
#include "app/widgets/form.h"
#include "app/widgets/form_fields.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QJsonDocument>

#include <limits>

namespace parley::console {

namespace {

constexpr double kFarthest = 1e12;
constexpr int kDecimals = 6;
constexpr int kLongText = 300;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SchemaForm)
};

struct Property {
    QString name;
    QString label;
    QString hint;
    QJsonObject schema;
    bool isRequired = false;

    Rule rule() const { return isRequired ? rules::required() : Rule(); }
};

/// The type it has beside null; empty: several, or none.
QString typeOf(const QJsonObject& schema)
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

QString choiceText(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// One value of several, or none.
void addValues(Form& form, const Property& property, const QJsonArray& values, const QStringList& labels)
{
    auto* box = new QComboBox(&form);
    box->addItem(property.isRequired ? Words::tr("Choose…") : Words::tr("Not given"));
    for (const QString& label : labels) {
        box->addItem(label);
    }
    const QString name = property.name;
    QObject::connect(box, &QComboBox::currentIndexChanged, &form, [&form, name] { form.touch(name); });
    form.addCustom(
        name,
        property.label,
        box,
        [box, values] {
            const int at = box->currentIndex() - 1;
            return at < 0 ? QJsonValue(QJsonValue::Null) : values.at(at);
        },
        [box, values](const QJsonValue& value) {
            int at = 0;
            for (qsizetype i = 0; i < values.size(); ++i) {
                at = values.at(i) == value ? static_cast<int>(i) + 1 : at;
            }
            box->setCurrentIndex(at);
        },
        property.hint,
        property.rule());
}

void addNumber(Form& form, const Property& property, bool isWhole)
{
    const double least = json::number(property.schema, QLatin1String("minimum"), -kFarthest);
    const double most = json::number(property.schema, QLatin1String("maximum"), kFarthest);
    FormField& field = addOptionalNumber(
        form, property.name, property.label, least, most, isWhole ? 0 : kDecimals, property.hint);
    if (property.isRequired) {
        field.rule = rules::chain({rules::required(), field.rule});
    }
}

void addText(Form& form, const Property& property)
{
    const int most = static_cast<int>(qMin<qint64>(
        json::integer(property.schema, QLatin1String("maxLength"), std::numeric_limits<int>::max()),
        std::numeric_limits<int>::max()));
    const Rule rule = property.isRequired ? rules::chain({rules::required(), rules::lengthAtMost(most)})
                                          : rules::lengthAtMost(most);
    if (most > kLongText && most < std::numeric_limits<int>::max()) {
        form.addMultiline(property.name, property.label, 3, property.hint, rule);
    } else {
        form.addText(property.name, property.label, property.hint, rule);
    }
}

void addField(Form& form, const Property& property)
{
    const QJsonArray values = json::array(property.schema, QLatin1String("enum"));
    const QString type = typeOf(property.schema);
    if (!values.isEmpty()) {
        QStringList labels;
        for (const QJsonValue& each : values) {
            labels.append(choiceText(each));
        }
        addValues(form, property, values, labels);
    } else if (type == QLatin1String("boolean")) {
        addValues(form, property, {true, false}, {Words::tr("Yes"), Words::tr("No")});
    } else if (type == QLatin1String("integer") || type == QLatin1String("number")) {
        addNumber(form, property, type == QLatin1String("integer"));
    } else if (type == QLatin1String("string")) {
        addText(form, property);
    } else {
        form.addJson(property.name, property.label, 4, property.hint, property.rule());
    }
}

} // namespace

int addSchemaFields(Form& form, const QJsonObject& schema, const QString& prefix)
{
    const QJsonObject properties = json::object(schema, QLatin1String("properties"));
    const QStringList required = json::texts(schema, QLatin1String("required"));
    const auto add = [&](const QString& name) {
        Property property;
        property.schema = properties.value(name).toObject();
        property.isRequired = required.contains(name);
        property.name = prefix + QLatin1Char('.') + name;
        property.label = property.isRequired ? Words::tr("%1 (needed)").arg(name) : name;
        property.hint = json::text(property.schema, QLatin1String("description"));
        addField(form, property);
    };
    // Those that are needed first, as they were written down.
    for (const QString& name : required) {
        if (properties.contains(name)) {
            add(name);
        }
    }
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (!required.contains(property.key())) {
            add(property.key());
        }
    }
    return static_cast<int>(properties.size());
}

} // namespace parley::console
