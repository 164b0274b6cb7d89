// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>

namespace parley::console {

class Form;

/// Adds a field for each property of a JSON Schema: texts, numbers, yes or no, a choice for an enumeration,
/// and JSON for everything else.
/// @param prefix before the names, such as "input": the form's value is then {"input": {…}}
/// @return how many there are
int addSchemaFields(Form& form, const QJsonObject& schema, const QString& prefix);

} // namespace parley::console
