// SPDX-License-Identifier: MIT
#include "app/agents/agent_text.h"

#include "app/net/json.h"
#include "app/widgets/form.h"

#include <QLocale>

namespace parley::console {

namespace {

QString listOf(const QString& title, const QStringList& values)
{
    QString text = title + QLatin1Char('\n');
    for (const QString& value : values) {
        text += QStringLiteral("  • ") + value + QLatin1Char('\n');
    }
    return text;
}

} // namespace

QList<FormChoice> AgentText::kinds()
{
    return {{QStringLiteral("faq"), tr("Questions – answers from the documents")},
            {QStringLiteral("ticket"), tr("Problems and complaints – answers, or opens a case")},
            {QStringLiteral("account"), tr("A customer's own account – by its tools alone")},
            {QStringLiteral("domain"), tr("Specialist – for the subject its description names")},
            {QStringLiteral("fallback"), tr("Fallback – where no other agent fits")}};
}

QString AgentText::kind(const QString& name)
{
    for (const FormChoice& each : kinds()) {
        if (each.value == name) {
            return each.label.section(QStringLiteral(" – "), 0, 0);
        }
    }
    return name;
}

QString AgentText::field(const QString& name)
{
    static const QHash<QString, const char*> names{{QStringLiteral("name"), QT_TR_NOOP("name")},
                                                   {QStringLiteral("kind"), QT_TR_NOOP("kind")},
                                                   {QStringLiteral("description"), QT_TR_NOOP("description")},
                                                   {QStringLiteral("enabled"), QT_TR_NOOP("switched on")},
                                                   {QStringLiteral("priority"), QT_TR_NOOP("priority")},
                                                   {QStringLiteral("model"), QT_TR_NOOP("model")},
                                                   {QStringLiteral("system_prompt"),
                                                    QT_TR_NOOP("system prompt")},
                                                   {QStringLiteral("tools"), QT_TR_NOOP("tools")},
                                                   {QStringLiteral("examples"), QT_TR_NOOP("examples")},
                                                   {QStringLiteral("intents"), QT_TR_NOOP("intents")},
                                                   {QStringLiteral("confidence_threshold"),
                                                    QT_TR_NOOP("confidence threshold")}};
    const auto found = names.constFind(name);
    return found == names.constEnd() ? name : tr(*found);
}

QString AgentText::whole(const QJsonObject& agent)
{
    const auto threshold = json::maybeNumber(agent, QLatin1String("confidence_threshold"));
    const QString model = json::text(agent, QLatin1String("model"));
    QString text = tr("Name: %1").arg(json::text(agent, QLatin1String("name"))) + QLatin1Char('\n');
    text += tr("Kind: %1").arg(kind(json::text(agent, QLatin1String("kind")))) + QLatin1Char('\n');
    text += tr("Description: %1").arg(json::text(agent, QLatin1String("description"))) + QLatin1Char('\n');
    text += (json::boolean(agent, QLatin1String("enabled"), true) ? tr("Switched on") : tr("Switched off")) +
            QLatin1Char('\n');
    text += tr("Priority: %1").arg(json::integer(agent, QLatin1String("priority"))) + QLatin1Char('\n');
    text +=
        (model.isEmpty() ? tr("Model: the organisation's") : tr("Model: %1").arg(model)) + QLatin1Char('\n');
    text += (threshold ? tr("Confidence threshold: %1").arg(QLocale().toString(*threshold, 'f', 2))
                       : tr("Confidence threshold: the organisation's")) +
            QLatin1Char('\n');
    text += QLatin1Char('\n') + tr("System prompt:") + QLatin1Char('\n') +
            json::text(agent, QLatin1String("system_prompt")) + QStringLiteral("\n\n");
    text += listOf(tr("Tools:"), json::texts(agent, QLatin1String("tools")));
    text += listOf(tr("Examples:"), json::texts(agent, QLatin1String("examples")));
    text += listOf(tr("Intents:"), json::texts(agent, QLatin1String("intents")));
    return text;
}

QString AgentText::change(const QJsonObject& version)
{
    const QString change = json::text(version, QLatin1String("change"));
    if (change == QLatin1String("rollback")) {
        return tr("Rolled back to version %1").arg(json::integer(version, QLatin1String("restored_version")));
    }
    if (change == QLatin1String("create")) {
        return tr("Made");
    }
    QStringList fields;
    for (const QJsonValue& each : json::array(version, QLatin1String("changes"))) {
        fields.append(field(json::text(each.toObject(), QLatin1String("field"))));
    }
    return fields.isEmpty() ? tr("Saved") : tr("Changed: %1").arg(fields.join(QStringLiteral(", ")));
}

} // namespace parley::console
