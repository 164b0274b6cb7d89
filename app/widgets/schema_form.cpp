// SPDX-License-Identifier: MIT
#include "app/widgets/schema_form.h"

#include "app/net/json.h"
#include "app/widgets/schema_fields.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

constexpr int kMostDepth = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SchemaForm)
};

/// Whether fields say all there is to say of an object, and ask for nothing while it is left out.
bool hasOwnFields(const SchemaProperty& property)
{
    const QJsonObject& schema = property.schema;
    const bool isClosed = schema.value(QLatin1String("additionalProperties")) == QJsonValue(false);
    const bool asksNothing = property.isRequired || json::array(schema, QLatin1String("required")).isEmpty();
    return schemaType(schema) == QLatin1String("object") && isClosed && asksNothing &&
           !json::object(schema, QLatin1String("properties")).isEmpty();
}

QStringList add(Form& form, const QJsonObject& schema, const QString& prefix, int depth);

void addOne(Form& form, const SchemaProperty& property, int depth)
{
    if (depth < kMostDepth && hasOwnFields(property)) {
        form.addSection(property.label, property.hint);
        add(form, property.schema, property.name, depth + 1);
    } else {
        addSchemaField(form, property);
    }
}

QStringList add(Form& form, const QJsonObject& schema, const QString& prefix, int depth)
{
    const QJsonObject properties = json::object(schema, QLatin1String("properties"));
    const QStringList required = json::texts(schema, QLatin1String("required"));
    // Those that are needed first, as they were written down.
    QStringList order;
    for (const QString& name : required) {
        if (properties.contains(name) && !order.contains(name)) {
            order.append(name);
        }
    }
    const QStringList wished = json::texts(schema, QLatin1String("propertyOrder"));
    for (const QString& name : wished + properties.keys()) {
        if (properties.contains(name) && !order.contains(name)) {
            order.append(name);
        }
    }
    QStringList added;
    for (const QString& name : order) {
        SchemaProperty property;
        property.schema = properties.value(name).toObject();
        // A field's name with a dot would reach into an object.
        if (name.contains(QLatin1Char('.')) || json::boolean(property.schema, QLatin1String("readOnly"))) {
            continue;
        }
        property.isRequired = required.contains(name);
        property.name = prefix.isEmpty() ? name : prefix + QLatin1Char('.') + name;
        const QString title = json::text(property.schema, QLatin1String("title"));
        property.label = title.isEmpty() ? name : title;
        if (property.isRequired) {
            property.label = Words::tr("%1 (needed)").arg(property.label);
        }
        property.hint = json::text(property.schema, QLatin1String("description"));
        addOne(form, property, depth);
        added.append(name);
    }
    return added;
}

} // namespace

QStringList addSchemaFields(Form& form, const QJsonObject& schema, const QString& prefix)
{
    return add(form, schema, prefix, 0);
}

} // namespace parley::console
