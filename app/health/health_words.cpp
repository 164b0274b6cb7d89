// SPDX-License-Identifier: MIT
#include "app/health/health_words.h"

#include "app/net/json.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace parley::console {

namespace {

constexpr int kMostFacts = 12;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::HealthWords)
};

struct Part {
    const char* name;
    const char* title;
    const char* fine;
    const char* broken;
};

constexpr std::array kParts{
    Part{"database",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Database"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Everything that is written is kept."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords",
                           "The database does not take what is written. Nothing works until it does.")},
    Part{"queue",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Background work"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords",
                           "Documents, e-mails and clean-up are done as they come."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords",
                           "Background work does not get done: documents and e-mails wait.")},
    Part{"turns",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Answers under way"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "The agents answer."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "The agents do not get to answer.")},
    Part{"connections",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Connections"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Customers and supporters reach the server."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Connections are refused.")},
    Part{"providers",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Language models"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Every model that is set up answers."),
         QT_TRANSLATE_NOOP(
             "parley::console::HealthWords",
             "A model does not answer. Another takes its place, or answers come from the knowledge alone.")},
    Part{"cache",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Remembered answers"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Answers that were given before are found again."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Answers that were given before are not found.")},
    Part{"channels",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Channels"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Messages come in and go out."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "A channel does not take or send messages.")},
    Part{"disk",
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "Disk"),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "There is room."),
         QT_TRANSLATE_NOOP("parley::console::HealthWords", "The disk cannot be looked at, or is full.")}};

Tone toneOf(const QString& status)
{
    if (status == QLatin1String("ok")) {
        return Tone::Success;
    }
    return status == QLatin1String("failing") || status == QLatin1String("unavailable") ? Tone::Danger
                                                                                        : Tone::Warning;
}

QString statusWords(const QString& status)
{
    if (status == QLatin1String("ok")) {
        return Words::tr("Works");
    }
    if (status == QLatin1String("degraded")) {
        return Words::tr("Works in part");
    }
    if (status == QLatin1String("failing") || status == QLatin1String("unavailable")) {
        return Words::tr("Does not work");
    }
    return status.isEmpty() || status == QLatin1String("unknown") ? Words::tr("Not known")
                                                                  : words::plain(status);
}

QString valueWords(const QString& key, const QJsonValue& value)
{
    if (key.endsWith(QLatin1String("_bytes"))) {
        return QLocale().formattedDataSize(value.toInteger());
    }
    if (value.isDouble()) {
        return QLocale().toString(value.toDouble(),
                                  'f',
                                  value.toDouble() == static_cast<double>(value.toInteger()) ? 0 : 2);
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    return value.toString();
}

QString nameWords(QString key)
{
    if (key.endsWith(QLatin1String("_bytes"))) {
        key.chop(static_cast<int>(qstrlen("_bytes")));
    }
    return words::plain(key);
}

/// A provider or channel among the items of a part.
QString itemWords(const QJsonObject& item)
{
    QString name;
    for (const char* key : {"provider", "name", "kind", "id"}) {
        if (name = json::text(item, QLatin1String(key)); !name.isEmpty()) {
            break;
        }
    }
    QString state = json::text(item, QLatin1String("state"));
    if (state.isEmpty()) {
        state = json::text(item, QLatin1String("status"));
    }
    const bool isFine = state == QLatin1String("closed") || state == QLatin1String("ok");
    const QString told = isFine                                ? Words::tr("works")
                         : state == QLatin1String("half_open") ? Words::tr("is tried again")
                         : state == QLatin1String("open")      ? Words::tr("does not answer")
                                                               : words::plain(state).toLower();
    return name + QStringLiteral(": ") + told;
}

QStringList factsOf(const QJsonObject& check)
{
    QStringList facts;
    for (auto each = check.begin(); each != check.end() && facts.size() < kMostFacts; ++each) {
        if (each.key() == QLatin1String("status") || each.value().isNull() || each.value().isObject()) {
            continue;
        }
        if (each.value().isArray()) {
            const QJsonArray items = each.value().toArray();
            for (const QJsonValue& item : items) {
                if (facts.size() < kMostFacts && item.isObject()) {
                    facts.append(itemWords(item.toObject()));
                }
            }
            continue;
        }
        facts.append(nameWords(each.key()) + QStringLiteral(": ") + valueWords(each.key(), each.value()));
    }
    return facts;
}

HealthTold told(const QString& name, const QJsonObject& check)
{
    const QString status = json::text(check, QLatin1String("status"));
    HealthTold part{name, words::plain(name), statusWords(status), toneOf(status), {}, factsOf(check)};
    for (const Part& each : kParts) {
        if (name == QLatin1String(each.name)) {
            part.title = Words::tr(each.title);
            part.meaning = Words::tr(part.tone == Tone::Success ? each.fine : each.broken);
        }
    }
    const bool hasNone =
        name == QLatin1String("providers") && json::array(check, QLatin1String("items")).isEmpty();
    if (hasNone && part.tone == Tone::Success) {
        part.meaning = Words::tr(
            "No model has been asked yet, or none is set up: answers come from the knowledge alone.");
    }
    return part;
}

} // namespace

QList<HealthTold> healthOf(const QJsonObject& detailed)
{
    const QJsonObject checks = json::object(detailed, QLatin1String("checks"));
    QList<HealthTold> parts;
    for (auto each = checks.begin(); each != checks.end(); ++each) {
        parts.append(told(each.key(), each.value().toObject()));
    }
    // Tones stand in the order of their urgency.
    std::stable_sort(parts.begin(), parts.end(), [](const HealthTold& left, const HealthTold& right) {
        return static_cast<int>(left.tone) > static_cast<int>(right.tone);
    });
    return parts;
}

HealthTold overallHealth(const QJsonObject& detailed)
{
    const QString status = json::text(detailed, QLatin1String("status"));
    HealthTold whole{{}, {}, statusWords(status), toneOf(status), {}, {}};
    int broken = 0;
    const QList<HealthTold> parts = healthOf(detailed);
    for (const HealthTold& each : parts) {
        broken += each.tone == Tone::Success ? 0 : 1;
        whole.tone = static_cast<int>(each.tone) > static_cast<int>(whole.tone) ? each.tone : whole.tone;
    }
    if (broken > 0 && whole.tone != Tone::Danger) {
        whole.status = statusWords(QStringLiteral("degraded")); // the server serves, but not as it could
    }
    whole.title = whole.tone == Tone::Danger ? Words::tr("The server does not work as it should")
                  : broken > 0               ? Words::tr("%n part(s) need a look", nullptr, broken)
                                             : Words::tr("Everything works");
    if (const QString version = json::text(detailed, QLatin1String("version")); !version.isEmpty()) {
        whole.facts.append(Words::tr("Version %1").arg(version));
    }
    return whole;
}

} // namespace parley::console
