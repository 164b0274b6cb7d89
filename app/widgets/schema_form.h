// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace parley::console {

class Form;

/// Adds a field for each property of a JSON Schema (see schema_fields.h); an object with properties of its
/// own becomes a heading with its fields. Those that are needed stand first, then those that `propertyOrder`
/// names.
/// @param prefix before the names, such as "input": the form's value is then {"input": {…}}; empty: none
/// @return which properties have fields; the others are read-only, or have names that a field cannot have
QStringList addSchemaFields(Form& form, const QJsonObject& schema, const QString& prefix);

} // namespace parley::console
