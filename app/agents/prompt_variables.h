// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::console {

/// What may stand in a system prompt as `{{name}}`.
struct PromptVariable {
    QString name;
    QString meaning;
};

/// `{{name}}` or `{name}` as the server reads it.
struct PromptPlaceholder {
    int at = 0;
    int length = 0; ///< with its braces
    QString name;
    bool isKnown = false;
};

QList<PromptVariable> promptVariables();
/// In order. Braces around anything that is no name (JSON, for example) are ordinary text.
QList<PromptPlaceholder> placeholdersIn(const QString& prompt);
/// Names that nobody fills, each once, in order.
QStringList unknownVariablesIn(const QString& prompt);

} // namespace parley::console
