// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

namespace parley::console {

/// One property of a JSON Schema, as it stands in a form.
struct SchemaProperty {
    /// Of the field: with what it stands in, "input.order_id".
    QString name;
    QString label;
    QString hint;
    QJsonObject schema;
    bool isRequired = false;

    /// What the schema says the value is where it is left out; empty: nothing.
    QString usual() const;
};

/// What a schema demands of a text, or of a list of them, as a rule that speaks: length, pattern, format,
/// number of lines. A pattern that this console cannot read is left to the server.
Rule schemaRule(const SchemaProperty& property);

/// The type a value may have beside null; empty: several, or none is named.
QString schemaType(const QJsonObject& schema);

/// Adds the field that suits it: text, secret, number, yes or no, a choice, lines of text, check boxes; JSON
/// for everything else. `enumNames` of an enumeration are what a person reads.
void addSchemaField(Form& form, const SchemaProperty& property);

} // namespace parley::console
