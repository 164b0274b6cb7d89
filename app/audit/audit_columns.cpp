// SPDX-License-Identifier: MIT
#include "app/audit/audit_columns.h"

#include "app/net/json.h"
#include "app/widgets/time_text.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::AuditColumns)
};

} // namespace

QString actionWords(const QString& action)
{
    const qsizetype dot = action.indexOf(QLatin1Char('.'));
    if (dot <= 0) {
        return words::plain(action);
    }
    return words::plain(action.left(dot)) + QStringLiteral(": ") +
           words::plain(action.mid(dot + 1)).toLower();
}

QString actorWords(const QJsonObject& actor)
{
    const QString name = json::text(actor, QLatin1String("name"));
    if (!name.isEmpty()) {
        return name;
    }
    const QString role = json::text(actor, QLatin1String("role"));
    return role == QLatin1String("system") ? Words::tr("Parley itself") : words::plain(role);
}

QStringList auditRecordTitles()
{
    return {QStringLiteral("created_ts"),
            QStringLiteral("actor_id"),
            QStringLiteral("actor_name"),
            QStringLiteral("action"),
            QStringLiteral("object_kind"),
            QStringLiteral("object_id"),
            QStringLiteral("address"),
            QStringLiteral("request_id")};
}

QStringList auditRecord(const QJsonObject& row)
{
    const QJsonObject actor = json::object(row, QLatin1String("actor"));
    const QJsonObject object = json::object(row, QLatin1String("object"));
    return {json::text(row, QLatin1String("created_ts")),
            json::text(actor, QLatin1String("id")),
            json::text(actor, QLatin1String("name")),
            json::text(row, QLatin1String("action")),
            json::text(object, QLatin1String("kind")),
            json::text(object, QLatin1String("id")),
            json::text(row, QLatin1String("address")),
            json::text(row, QLatin1String("request_id"))};
}

std::vector<JsonListModel::Column> auditColumns()
{
    return {{Words::tr("When"),
             [](const QJsonObject& row) {
                 return momentText(json::time(row, QLatin1String("created_ts")),
                                   QDateTime::currentDateTimeUtc());
             },
             {}},
            {Words::tr("Who"),
             [](const QJsonObject& row) { return actorWords(json::object(row, QLatin1String("actor"))); },
             {}},
            {Words::tr("What"),
             [](const QJsonObject& row) { return actionWords(json::text(row, QLatin1String("action"))); },
             {}},
            {Words::tr("Of what"),
             [](const QJsonObject& row) {
                 const QJsonObject object = json::object(row, QLatin1String("object"));
                 return QString(words::plain(json::text(object, QLatin1String("kind"))) + QLatin1Char(' ') +
                                json::text(object, QLatin1String("id")))
                     .trimmed();
             },
             {}},
            {Words::tr("From"),
             [](const QJsonObject& row) { return json::text(row, QLatin1String("address")); },
             {}}};
}

} // namespace parley::console
