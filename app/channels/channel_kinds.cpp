// SPDX-License-Identifier: MIT
#include "app/channels/channel_kinds.h"

#include "app/channels/server_words.h"
#include "app/net/json.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace parley::console {

namespace {

/// As the server allows.
constexpr int kMostTemplate = 2'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ChannelKinds)
};

/// Templates are texts by name: a schema whose properties are texts, so that the same fields edit both.
QJsonObject schemaOf(const QJsonArray& templates)
{
    QJsonObject properties;
    QJsonArray order;
    for (const QJsonValue& each : templates) {
        const QJsonObject one = each.toObject();
        QStringList variables;
        for (const QString& name : json::texts(one, QLatin1String("variables"))) {
            variables.append(QLatin1Char('{') + name + QLatin1Char('}'));
        }
        QString hint = Words::tr("Empty: Parley's own words, in the customer's language where it has them.");
        if (!variables.isEmpty()) {
            hint +=
                QLatin1Char(' ') + Words::tr("May stand in it: %1").arg(variables.join(QStringLiteral(", ")));
        }
        const QString name = json::text(one, QLatin1String("name"));
        const QString title = server_words::inWords(json::text(one, QLatin1String("title")));
        order.append(name);
        properties.insert(name,
                          QJsonObject{{QStringLiteral("type"), QStringLiteral("string")},
                                      {QStringLiteral("title"), title},
                                      {QStringLiteral("description"), hint},
                                      {QStringLiteral("default"), one.value(QLatin1String("default"))},
                                      {QStringLiteral("maxLength"), kMostTemplate}});
    }
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("propertyOrder"), order},
            {QStringLiteral("additionalProperties"), false}};
}

} // namespace

ChannelKinds::ChannelKinds(const QJsonArray& items)
{
    for (const QJsonValue& each : items) {
        const QJsonObject object = each.toObject();
        ChannelKind kind;
        kind.id = json::text(object, QLatin1String("kind"));
        kind.title = server_words::inWords(json::text(object, QLatin1String("title")));
        if (kind.title.isEmpty()) {
            kind.title = words::channel(kind.id);
        }
        kind.description = server_words::inWords(json::text(object, QLatin1String("description")));
        kind.canCreate = json::boolean(object, QLatin1String("can_create"));
        kind.canDelete = json::boolean(object, QLatin1String("can_delete"));
        kind.configSchema = server_words::inWords(json::object(object, QLatin1String("config_schema")));
        const QJsonArray templates = json::array(object, QLatin1String("templates"));
        kind.templateSchema = schemaOf(templates);
        for (const QJsonValue& one : templates) {
            kind.variables.insert(json::text(one.toObject(), QLatin1String("name")),
                                  json::texts(one.toObject(), QLatin1String("variables")));
        }
        m_all.append(kind);
    }
}

ChannelKind ChannelKinds::kind(const QString& id) const
{
    for (const ChannelKind& each : m_all) {
        if (each.id == id) {
            return each;
        }
    }
    ChannelKind unknown;
    unknown.id = id;
    unknown.title = words::channel(id);
    return unknown;
}

bool ChannelKinds::canCreateAny() const
{
    return std::any_of(m_all.begin(), m_all.end(), [](const ChannelKind& kind) { return kind.canCreate; });
}

} // namespace parley::console
