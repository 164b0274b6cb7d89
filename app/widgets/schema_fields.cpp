// SPDX-License-Identifier: MIT
#include "app/widgets/schema_fields.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/secret_edit.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

#include <cmath>
#include <limits>

namespace parley::console {

namespace {

constexpr int kLongestChoice = 60;
constexpr double kFarthest = 1e12;
constexpr int kDecimals = 6;
constexpr int kLongText = 300;
constexpr int kTextLines = 3;
constexpr int kListLines = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SchemaForm)
};

QString choiceText(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// One value of several, or none.
void addValues(Form& form, const SchemaProperty& property, const QJsonArray& values)
{
    auto* box = new QComboBox(&form);
    const QString usual = property.usual();
    const QString none = usual.isEmpty() ? Words::tr("Not given") : Words::tr("As usual: %1").arg(usual);
    box->addItem(property.isRequired ? Words::tr("Choose…") : none);
    const QStringList labels = json::texts(property.schema, QLatin1String("enumNames"));
    for (qsizetype i = 0; i < values.size(); ++i) {
        box->addItem(displayLine(labels.size() == values.size() ? labels.at(i) : choiceText(values.at(i)),
                                 kLongestChoice));
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
        property.isRequired ? rules::required() : Rule());
}

/// Bounds that are not among the values themselves become the nearest that are, for whole numbers.
double
bound(const QJsonObject& schema, QLatin1String name, QLatin1String exclusive, double step, double otherwise)
{
    const auto open = json::maybeNumber(schema, exclusive);
    return open ? *open + step : json::number(schema, name, otherwise);
}

void addNumber(Form& form, const SchemaProperty& property, bool isWhole)
{
    const double step = isWhole ? 1 : std::pow(10, -kDecimals);
    const double least =
        bound(property.schema, QLatin1String("minimum"), QLatin1String("exclusiveMinimum"), step, -kFarthest);
    const double most =
        bound(property.schema, QLatin1String("maximum"), QLatin1String("exclusiveMaximum"), -step, kFarthest);
    FormField& field = addOptionalNumber(form,
                                         property.name,
                                         property.label,
                                         least,
                                         most,
                                         isWhole ? 0 : kDecimals,
                                         property.hint,
                                         property.usual());
    if (property.isRequired) {
        field.rule = rules::chain({rules::required(), field.rule});
    }
}

void addSecret(Form& form, const SchemaProperty& property)
{
    auto* editor = new SecretEdit(&form);
    const QString name = property.name;
    QObject::connect(editor, &SecretEdit::secretChanged, &form, [&form, name] { form.touch(name); });
    form.addCustom(
        name,
        property.label,
        editor,
        [editor] { return QJsonValue(editor->secret()); },
        [editor](const QJsonValue& value) { editor->setSecret(value.toString()); },
        property.hint,
        property.isRequired ? rules::required() : Rule());
}

void addText(Form& form, const SchemaProperty& property)
{
    const qint64 most =
        json::integer(property.schema, QLatin1String("maxLength"), std::numeric_limits<int>::max());
    const bool isLong = most > kLongText && most < std::numeric_limits<int>::max();
    const Rule rule = schemaRule(property);
    FormField& field = isLong
                           ? form.addMultiline(property.name, property.label, kTextLines, property.hint, rule)
                           : form.addText(property.name, property.label, property.hint, rule);
    if (auto* line = qobject_cast<QLineEdit*>(field.editor)) {
        line->setPlaceholderText(property.usual());
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(field.editor)) {
        area->setPlaceholderText(property.usual());
    }
}

/// Lines of text, or check boxes where the texts are known.
void addList(Form& form, const SchemaProperty& property, const QJsonObject& items)
{
    const QStringList known = json::texts(items, QLatin1String("enum"));
    const Rule rule = schemaRule(property);
    if (known.isEmpty()) {
        form.addLines(property.name,
                      property.label,
                      kListLines,
                      property.hint.isEmpty() ? Words::tr("One a line.") : property.hint,
                      rule);
        return;
    }
    QList<FormChoice> choices;
    const QStringList labels = json::texts(items, QLatin1String("enumNames"));
    for (qsizetype i = 0; i < known.size(); ++i) {
        choices.append({known.at(i), labels.size() == known.size() ? labels.at(i) : known.at(i)});
    }
    form.addChecks(property.name, property.label, choices, property.hint).rule = rule;
}

} // namespace

QString SchemaProperty::usual() const
{
    const QJsonValue value = schema.value(QLatin1String("default"));
    if (value.isDouble()) {
        return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    }
    return value.isString() || value.isBool() ? choiceText(value) : QString();
}

void addSchemaField(Form& form, const SchemaProperty& property)
{
    const QJsonArray values = json::array(property.schema, QLatin1String("enum"));
    const QString type = schemaType(property.schema);
    const QJsonObject items = json::object(property.schema, QLatin1String("items"));
    const bool isSecret = json::boolean(property.schema, QLatin1String("writeOnly")) ||
                          json::text(property.schema, QLatin1String("format")) == QLatin1String("password");
    if (!values.isEmpty()) {
        addValues(form, property, values);
    } else if (type == QLatin1String("boolean")) {
        addValues(form, property, {true, false});
    } else if (type == QLatin1String("integer") || type == QLatin1String("number")) {
        addNumber(form, property, type == QLatin1String("integer"));
    } else if (type == QLatin1String("string")) {
        isSecret ? addSecret(form, property) : addText(form, property);
    } else if (type == QLatin1String("array") && schemaType(items) == QLatin1String("string")) {
        addList(form, property, items);
    } else {
        form.addJson(property.name,
                     property.label,
                     kListLines,
                     property.hint,
                     property.isRequired ? rules::required() : Rule());
    }
}

} // namespace parley::console
