// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

/// What the server calls its kinds of channels and their settings, in the person's language. The server says
/// it in English alone; what this console does not know, of a newer server, stays as it is.
namespace parley::console::server_words {

QString inWords(const QString& text);
/// Titles and descriptions of a JSON Schema; the values of its enumerations get names (`enumNames`), and
/// known properties an order (`propertyOrder`).
QJsonObject inWords(QJsonObject schema);

} // namespace parley::console::server_words
