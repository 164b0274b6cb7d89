// SPDX-License-Identifier: MIT
#include "app/agents/golden_text.h"

#include "app/net/json.h"

#include <QLocale>
#include <QRegularExpression>

namespace parley::console {

QString GoldenText::expects(const QString& name)
{
    if (name == QLatin1String("clarify")) {
        return tr("Asks back");
    }
    if (name == QLatin1String("handoff")) {
        return tr("Hands over to a person");
    }
    return name == QLatin1String("answer") ? tr("Answers") : name;
}

QString GoldenText::outcome(const QJsonObject& result)
{
    const QString outcome = json::text(result, QLatin1String("outcome"));
    if (outcome == QLatin1String("passed")) {
        return tr("Passed");
    }
    if (outcome == QLatin1String("failed")) {
        return tr("Failed");
    }
    if (outcome == QLatin1String("error")) {
        return tr("Error");
    }
    return outcome == QLatin1String("pending") ? tr("Waits") : outcome;
}

Tone GoldenText::outcomeTone(const QJsonObject& result)
{
    const QString outcome = json::text(result, QLatin1String("outcome"));
    return outcome == QLatin1String("passed")    ? Tone::Success
           : outcome == QLatin1String("pending") ? Tone::Neutral
                                                 : Tone::Danger;
}

QString GoldenText::change(const QJsonObject& result)
{
    const QString change = json::text(result, QLatin1String("change"));
    if (change == QLatin1String("new")) {
        return tr("new");
    }
    if (change == QLatin1String("newly_failing")) {
        return tr("passed before");
    }
    if (change == QLatin1String("newly_passing")) {
        return tr("failed before");
    }
    return change == QLatin1String("text_changed") ? tr("another answer") : change;
}

QString GoldenText::rate(const QJsonObject& run)
{
    const auto rate = json::maybeNumber(run, QLatin1String("pass_rate"));
    // 99.6 % is not everything: cut off, not rounded.
    return rate ? tr("%1 %").arg(QLocale().toString(static_cast<int>(*rate * 100 + 1e-9)))
                : QStringLiteral("–");
}

QString GoldenText::passed(const QJsonObject& run)
{
    if (!json::maybeNumber(run, QLatin1String("pass_rate"))) {
        return QStringLiteral("–");
    }
    return tr("%1 of %2 passed (%3)")
        .arg(json::integer(run, QLatin1String("passed")))
        .arg(json::integer(run, QLatin1String("total")))
        .arg(rate(run));
}

QString GoldenText::startedBy(const QJsonObject& run)
{
    return json::text(run, QLatin1String("started_by")) == QLatin1String("change") ? tr("A change")
                                                                                   : tr("A person");
}

QString GoldenText::status(const QJsonObject& run)
{
    if (isRunning(run)) {
        return tr("%1 of %2 asked")
            .arg(json::integer(run, QLatin1String("done")))
            .arg(json::integer(run, QLatin1String("total")));
    }
    return json::text(run, QLatin1String("status")) == QLatin1String("failed")
               ? tr("Failed: %1").arg(json::text(run, QLatin1String("error")))
               : rate(run);
}

bool GoldenText::isRunning(const QJsonObject& run)
{
    const QString status = json::text(run, QLatin1String("status"));
    return status == QLatin1String("queued") || status == QLatin1String("running");
}

QString GoldenText::causes(const QJsonObject& run)
{
    const QJsonObject changes = json::object(run, QLatin1String("changes"));
    QStringList lines;
    for (const QJsonValue& each : json::array(changes, QLatin1String("agents"))) {
        const QJsonObject agent = each.toObject();
        const QString name = json::text(agent, QLatin1String("name"));
        if (!agent.value(QLatin1String("to")).isDouble()) {
            lines.append(tr("Agent %1 was removed").arg(name));
        } else if (!agent.value(QLatin1String("from")).isDouble()) {
            lines.append(tr("Agent %1 is new").arg(name));
        } else {
            lines.append(tr("Agent %1: version %2 instead of %3")
                             .arg(name,
                                  QString::number(json::integer(agent, QLatin1String("to"))),
                                  QString::number(json::integer(agent, QLatin1String("from")))));
        }
    }
    for (const QJsonValue& each : json::array(changes, QLatin1String("documents"))) {
        lines.append(tr("Document %1").arg(json::text(each.toObject(), QLatin1String("title"))));
    }
    if (json::boolean(changes, QLatin1String("questions"))) {
        lines.append(tr("The questions themselves"));
    }
    return lines.join(QLatin1Char('\n'));
}

QString GoldenText::bySentence(const QString& answer)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.!?…])[ \\t]+(?!\\[)"));
    return QString(answer).replace(end, QStringLiteral("\n"));
}

QString GoldenText::expectation(const QJsonObject& expectation)
{
    QStringList lines{expects(json::text(expectation, QLatin1String("expects")))};
    const QStringList must = json::texts(expectation, QLatin1String("must_contain"));
    const QStringList mustNot = json::texts(expectation, QLatin1String("must_not_contain"));
    for (const QString& each : must) {
        lines.append(tr("holds \"%1\"").arg(each));
    }
    for (const QString& each : mustNot) {
        lines.append(tr("does not hold \"%1\"").arg(each));
    }
    const QString agent = json::text(expectation, QLatin1String("agent"));
    if (!agent.isEmpty()) {
        lines.append(tr("by %1").arg(agent));
    }
    return lines.join(QStringLiteral(" · "));
}

} // namespace parley::console
