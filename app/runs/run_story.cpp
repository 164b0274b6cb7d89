// SPDX-License-Identifier: MIT
#include "app/runs/run_story.h"

#include "app/net/json.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>
#include <QHash>

namespace parley::console {

namespace {

constexpr double kPercent = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::RunStory)
};

/// The outputs of a run's nodes by name; of several of one name, the last.
using Outputs = QHash<QString, QJsonObject>;

QJsonObject output(const Outputs& outputs, const char* node)
{
    return outputs.value(QString::fromLatin1(node));
}

bool says(const Outputs& outputs, const char* node, const char* key)
{
    return json::boolean(output(outputs, node), QLatin1String(key));
}

bool fails(const Outputs& outputs, const char* node)
{
    return outputs.contains(QString::fromLatin1(node)) &&
           !json::boolean(output(outputs, node), QLatin1String("passes"), true);
}

QString percent(double share)
{
    return QString::number(qRound(share * kPercent));
}

QString sureness(const RunStory& story)
{
    if (!story.confidence) {
        return {};
    }
    return story.threshold ? Words::tr("It was %1 % sure, and %2 % are needed.")
                                 .arg(percent(*story.confidence), percent(*story.threshold))
                           : Words::tr("It was %1 % sure.").arg(percent(*story.confidence));
}

QString whyEscalated(const RunStory& story, const Outputs& outputs)
{
    if (says(outputs, "ask_for_human", "asks")) {
        return Words::tr("The customer asked for a person.");
    }
    if (says(outputs, "rules", "escalates")) {
        const QString reason = json::text(output(outputs, "rules"), QLatin1String("reason"));
        return Words::tr("A rule gave it to people: %1.").arg(words::reason(reason));
    }
    if (fails(outputs, "gate") || fails(outputs, "assess")) {
        return Words::tr("The agents were not sure enough. %1").arg(sureness(story));
    }
    if (says(outputs, "compose", "no_answer")) {
        return Words::tr("The passages that were found do not answer the question.");
    }
    if (outputs.contains(QStringLiteral("compose")) &&
        json::object(output(outputs, "compose"), QLatin1String("fell_back")).size() > 0) {
        return Words::tr("The model that writes answers could not be used.");
    }
    if (json::integer(output(outputs, "check"), QLatin1String("released"), 1) == 0) {
        return Words::tr("No sentence of the answer was supported by a passage.");
    }
    if (json::integer(output(outputs, "draft"), QLatin1String("sentences"), 1) == 0) {
        return Words::tr("The knowledge has no answer.");
    }
    return Words::tr("The steps below say what led to it.");
}

QString whyAnswered(const RunStory& story, const Outputs& outputs)
{
    const QJsonObject cache = output(outputs, "cache");
    if (json::boolean(cache, QLatin1String("hit"))) {
        const bool isHuman = json::text(cache, QLatin1String("author")) == QLatin1String("human");
        return isHuman ? Words::tr("A person has answered the same question before.")
                       : Words::tr("The same question was answered before.");
    }
    if (says(outputs, "look_up", "answered")) {
        return Words::tr("A tool knew the answer.");
    }
    return sureness(story);
}

void readConfidence(RunStory& story, const QJsonObject& seen)
{
    if (const auto confidence = json::maybeNumber(seen, QLatin1String("confidence"))) {
        story.confidence = confidence;
    }
    if (const auto threshold = json::maybeNumber(seen, QLatin1String("threshold"))) {
        story.threshold = threshold;
    }
    const QJsonArray factors = json::array(seen, QLatin1String("factors"));
    if (factors.isEmpty()) {
        return;
    }
    story.base = json::number(seen, QLatin1String("base"));
    story.factors.clear();
    for (const QJsonValue& each : factors) {
        const QJsonObject factor = each.toObject();
        story.factors.append(
            {json::text(factor, QLatin1String("name")), json::number(factor, QLatin1String("contribution"))});
    }
}

void decide(RunStory& story, const QString& status, const Outputs& outputs)
{
    if (says(outputs, "clarify", "asks") || says(outputs, "compose", "asks")) {
        story.decision = Words::tr("Asked back: it was not clear what was meant.");
        story.tone = Tone::Accent;
    } else if (outputs.contains(QStringLiteral("bridge"))) {
        story.decision = Words::tr("Given to people. %1").arg(whyEscalated(story, outputs));
        story.tone = Tone::Warning;
    } else if (status == QLatin1String("failed")) {
        story.decision = Words::tr("It failed on the way. The last step below is where.");
        story.tone = Tone::Danger;
    } else if (outputs.contains(QStringLiteral("deliver")) || says(outputs, "cache", "hit")) {
        story.decision = Words::tr("Answered. %1").arg(whyAnswered(story, outputs)).trimmed();
        story.tone = Tone::Success;
    } else if (status == QLatin1String("running")) {
        story.decision = Words::tr("Still under way.");
    } else {
        story.decision = Words::tr("Ended without an answer of the agents.");
    }
}

} // namespace

qint64 tokensOf(const QJsonObject& node)
{
    const QJsonValue tokens = node.value(QLatin1String("tokens"));
    const QJsonObject parts = tokens.toObject();
    return tokens.isDouble()
               ? tokens.toInteger()
               : json::integer(parts, QLatin1String("input")) + json::integer(parts, QLatin1String("output"));
}

RunStory storyOf(const QJsonObject& run)
{
    RunStory story;
    Outputs outputs;
    story.durationUs = json::integer(run, QLatin1String("duration_us"));
    const QJsonArray nodes = json::array(run, QLatin1String("nodes"));
    for (const QJsonValue& each : nodes) {
        const QJsonObject node = each.toObject();
        const QJsonObject out = json::object(node, QLatin1String("output"));
        outputs.insert(json::text(node, QLatin1String("name")), out);
        story.tokens += tokensOf(node);
        story.cost += json::number(node, QLatin1String("cost"));
        readConfidence(story, out);
        if (const QJsonArray hits = json::array(out, QLatin1String("hits")); !hits.isEmpty()) {
            story.passages = hits;
        }
    }
    decide(story, json::text(run, QLatin1String("status")), outputs);
    return story;
}

} // namespace parley::console
