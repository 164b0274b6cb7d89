// SPDX-License-Identifier: MIT
#include "app/queue/queue_entry.h"

#include "app/conversation/message.h"
#include "app/net/json.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Urgency)
};

QueueEntry::Urgency urgencyOf(const QString& priority)
{
    if (priority == QLatin1String("urgent")) {
        return QueueEntry::Urgency::Urgent;
    }
    if (priority == QLatin1String("high")) {
        return QueueEntry::Urgency::High;
    }
    return priority == QLatin1String("low") ? QueueEntry::Urgency::Low : QueueEntry::Urgency::Medium;
}

} // namespace

QueueEntry queueEntryFrom(const QJsonObject& escalation)
{
    QueueEntry entry;
    entry.id = json::text(escalation, QLatin1String("id"));
    entry.conversation = json::text(escalation, QLatin1String("session_id"));
    entry.customer = json::text(json::object(escalation, QLatin1String("customer")), QLatin1String("id"));
    entry.reference = json::text(escalation, QLatin1String("reference"));
    entry.subject = json::text(escalation, QLatin1String("subject"));
    entry.question = json::text(escalation, QLatin1String("question"));
    entry.category = json::text(escalation, QLatin1String("category"));
    entry.channel = json::text(escalation, QLatin1String("channel"));
    entry.reason = json::text(escalation, QLatin1String("reason"));
    const QJsonObject assignee = json::object(escalation, QLatin1String("assignee"));
    entry.assigneeId = json::text(assignee, QLatin1String("id"));
    entry.assigneeName = json::text(assignee, QLatin1String("name"));
    entry.team = json::text(escalation, QLatin1String("team"));
    entry.urgency = urgencyOf(json::text(escalation, QLatin1String("priority")));
    entry.waitingSinceMs = milliseconds(json::text(escalation, QLatin1String("created_ts")));
    const QJsonObject sla = json::object(escalation, QLatin1String("sla"));
    entry.dueMs = milliseconds(json::text(sla, QLatin1String("due_ts")));
    entry.isBreached = json::boolean(sla, QLatin1String("breached"));
    entry.isAssigned = json::text(escalation, QLatin1String("status")) == QLatin1String("assigned");
    return entry;
}

QString urgencyWords(QueueEntry::Urgency urgency)
{
    switch (urgency) {
    case QueueEntry::Urgency::Urgent:
        return Words::tr("Urgent");
    case QueueEntry::Urgency::High:
        return Words::tr("High");
    case QueueEntry::Urgency::Low:
        return Words::tr("Low");
    case QueueEntry::Urgency::Medium:
        break;
    }
    return Words::tr("Medium");
}

} // namespace parley::console
