// SPDX-License-Identifier: MIT
#include "app/tickets/ticket_columns.h"

#include "app/net/json.h"
#include "app/widgets/time_text.h"
#include "app/workspace/badge_delegate.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

constexpr qint64 kSoonS = 15 * 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::TicketColumns)
};

using Said = words::Said (*)(const QString&);

JsonListModel::Column plain(const QString& title, const char* key)
{
    return {title, [key](const QJsonObject& row) { return json::text(row, QLatin1String(key)); }, {}};
}

/// A badge of what the server's name under the key means.
JsonListModel::Column badge(const QString& title, const char* key, Said said)
{
    return {title,
            [key, said](const QJsonObject& row) { return said(json::text(row, QLatin1String(key))).text; },
            [key, said](const QJsonObject& row, int role) {
                return role == BadgeDelegate::kToneRole
                           ? QVariant(static_cast<int>(said(json::text(row, QLatin1String(key))).tone))
                           : QVariant();
            }};
}

} // namespace

words::Said slaWords(const QJsonObject& ticket, const QDateTime& now)
{
    const QJsonObject sla = json::object(ticket, QLatin1String("sla"));
    const QDateTime due = json::time(sla, QLatin1String("due_ts"));
    const bool isDone = json::time(ticket, QLatin1String("resolved_ts")).isValid();
    if (json::boolean(sla, QLatin1String("breached")) || (due.isValid() && !isDone && due < now)) {
        return {due.isValid() ? Words::tr("Late since %1").arg(momentText(due, now)) : Words::tr("Late"),
                Tone::Danger};
    }
    if (!due.isValid() || isDone) {
        return {};
    }
    return {Words::tr("Due %1").arg(relativeText(due, now)),
            now.secsTo(due) < kSoonS ? Tone::Warning : Tone::Neutral};
}

std::vector<JsonListModel::Column> ticketColumns(const std::function<QDateTime()>& now)
{
    const auto late = [now](const QJsonObject& row) { return slaWords(row, now()); };
    return {
        plain(Words::tr("Reference"), "reference"),
        badge(Words::tr("Priority"), "priority", words::priority),
        badge(Words::tr("Status"), "status", words::ticketStatus),
        {Words::tr("Subject"),
         [](const QJsonObject& row) { return json::text(row, QLatin1String("subject")).simplified(); },
         {}},
        {Words::tr("Category"),
         [](const QJsonObject& row) { return words::plain(json::text(row, QLatin1String("category"))); },
         {}},
        {Words::tr("Assigned to"),
         [](const QJsonObject& row) {
             return json::text(json::object(row, QLatin1String("assignee")), QLatin1String("name"));
         },
         {}},
        {Words::tr("Promised"),
         [late](const QJsonObject& row) { return late(row).text; },
         [late](const QJsonObject& row, int role) {
             return role == BadgeDelegate::kToneRole ? QVariant(static_cast<int>(late(row).tone))
                                                     : QVariant();
         }},
        {Words::tr("Since"),
         [now](const QJsonObject& row) {
             return momentText(json::time(row, QLatin1String("created_ts")), now());
         },
         {}},
    };
}

} // namespace parley::console
