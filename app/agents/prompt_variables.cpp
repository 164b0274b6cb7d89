// SPDX-License-Identifier: MIT
#include "app/agents/prompt_variables.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::PromptVariables)
};

bool isKnown(const QString& name)
{
    const QList<PromptVariable> known = promptVariables();
    return std::any_of(known.begin(), known.end(), [&](const PromptVariable& each) {
        return each.name == name;
    });
}

} // namespace

QList<PromptVariable> promptVariables()
{
    return {{QStringLiteral("tenant_name"), Words::tr("The organisation's name")},
            {QStringLiteral("agent_name"), Words::tr("The agent's own name")},
            {QStringLiteral("locale"), Words::tr("The conversation's language, such as en or de")},
            {QStringLiteral("date"), Words::tr("Today's date in UTC, such as 2026-11-21")}};
}

QList<PromptPlaceholder> placeholdersIn(const QString& prompt)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\{\\{ *([A-Za-z0-9_.-]{1,64}) *\\}\\}|\\{ *([A-Za-z0-9_.-]{1,64}) *\\}"));
    QList<PromptPlaceholder> found;
    auto matches = pattern.globalMatch(prompt);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        found.append({static_cast<int>(match.capturedStart()),
                      static_cast<int>(match.capturedLength()),
                      name,
                      isKnown(name)});
    }
    return found;
}

QStringList unknownVariablesIn(const QString& prompt)
{
    QStringList unknown;
    for (const PromptPlaceholder& each : placeholdersIn(prompt)) {
        if (!each.isKnown && !unknown.contains(each.name)) {
            unknown.append(each.name);
        }
    }
    return unknown;
}

} // namespace parley::console
