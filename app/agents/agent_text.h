// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace parley::console {

struct FormChoice;

/// An agent, or a version of one, in words.
struct AgentText {
    Q_DECLARE_TR_FUNCTIONS(parley::console::AgentText)

public:
    /// The kinds the server knows, with what each is for.
    static QList<FormChoice> kinds();
    /// "Answers questions", "A subject's specialist": of one kind; an unknown one as it is.
    static QString kind(const QString& name);
    /// Everything that makes it what it is, one thing a line: for comparing.
    static QString whole(const QJsonObject& agent);
    /// What a change was: "Created", "Changed: prompt, tools", "Rolled back to version 2".
    static QString change(const QJsonObject& version);
    /// A field by the name it has in the form; an unknown one as it is.
    static QString field(const QString& name);
};

} // namespace parley::console
