// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace parley::console {

/// What is wrong with the JSON Schema of a tool's input.
struct SchemaFault {
    /// In the schema: "properties.order_id.type"; empty: the whole.
    QString path;
    QString message;
    /// In the text, from 1.
    int line = 1;
};

/// Checks what a person writes, by the rules the server has: JSON, a schema of an object, keywords that are
/// checked, types there are. Patterns and references are left to the server.
/// @param text empty: no fault, the tool's own schema holds
QList<SchemaFault> schemaFaults(const QString& text);

/// The faults in one text, each with its line; empty: none.
QString describeFaults(const QList<SchemaFault>& faults);

} // namespace parley::console
