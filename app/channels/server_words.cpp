// SPDX-License-Identifier: MIT
#include "app/channels/server_words.h"

#include "app/net/json.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>

namespace parley::console::server_words {

namespace {

constexpr auto kContext = "parley::console::ServerWords";

/// For lupdate, which finds words where they stand: as server/channels has them.
[[maybe_unused]] constexpr const char* kKnown[] = {
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Chat widget"),
    QT_TRANSLATE_NOOP(
        "parley::console::ServerWords",
        "The chat on your own pages. How it looks and where it may run is set up with the widget. "
        "Switched off, no chat is begun or continued; what is under way in an open window goes on."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "API"),
    QT_TRANSLATE_NOOP(
        "parley::console::ServerWords",
        "Messages that your own programs send. Which programs may is set up with the API clients. "
        "Switched off, messages of all of them are refused."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Contact form"),
    QT_TRANSLATE_NOOP(
        "parley::console::ServerWords",
        "A page with a form for questions that need no chat. The agents answer, or a person does; the "
        "customer follows the state with a reference. The form may be sent from the pages that the chat "
        "widget may run on."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Heading"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords",
                      "Above the form; empty: how the chat widget is called."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Introduction"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Below the heading."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Categories"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords",
                      "Those that the customer may choose; the first is chosen at first."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Ask how urgent it is"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Whether the page shows the choice of a priority."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Response times in minutes"),
    QT_TRANSLATE_NOOP(
        "parley::console::ServerWords",
        "How soon an answer is promised after sending, by the priority that the customer chose. Where "
        "the service level of the chosen plan is shorter, that is promised. It changes neither the "
        "queue nor when a case is late."),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Low"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Medium"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "High"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Urgent"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Shown after sending"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "General"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Technical"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Billing"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Feedback"),
    QT_TRANSLATE_NOOP("parley::console::ServerWords", "Bug report"),
};

/// JSON has no order; these read badly by their letters.
QJsonArray order()
{
    return {QStringLiteral("title"),
            QStringLiteral("introduction"),
            QStringLiteral("categories"),
            QStringLiteral("ask_priority"),
            QStringLiteral("response_times"),
            QStringLiteral("low"),
            QStringLiteral("medium"),
            QStringLiteral("high"),
            QStringLiteral("urgent")};
}

void nameValues(QJsonObject& schema)
{
    QJsonArray names;
    for (const QJsonValue& each : json::array(schema, QLatin1String("enum"))) {
        if (!each.isString()) {
            return;
        }
        names.append(inWords(words::plain(each.toString())));
    }
    if (!names.isEmpty() && !schema.contains(QLatin1String("enumNames"))) {
        schema.insert(QLatin1String("enumNames"), names);
    }
}

} // namespace

QString inWords(const QString& text)
{
    return QCoreApplication::translate(kContext, text.toUtf8().constData());
}

QJsonObject inWords(QJsonObject schema)
{
    for (const QLatin1String name : {QLatin1String("title"), QLatin1String("description")}) {
        if (schema.value(name).isString()) {
            schema.insert(name, inWords(schema.value(name).toString()));
        }
    }
    nameValues(schema);
    if (const QJsonValue items = schema.value(QLatin1String("items")); items.isObject()) {
        schema.insert(QLatin1String("items"), inWords(items.toObject()));
    }
    QJsonObject properties = json::object(schema, QLatin1String("properties"));
    for (const QString& name : properties.keys()) {
        if (properties.value(name).isObject()) {
            properties.insert(name, inWords(properties.value(name).toObject()));
        }
    }
    if (!properties.isEmpty()) {
        schema.insert(QLatin1String("properties"), properties);
        if (!schema.contains(QLatin1String("propertyOrder"))) {
            schema.insert(QLatin1String("propertyOrder"), order());
        }
    }
    return schema;
}

} // namespace parley::console::server_words
