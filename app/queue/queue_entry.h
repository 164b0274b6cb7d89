// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace parley::console {

/// A case of the queue, as the list shows it.
struct QueueEntry {
    enum class Urgency { Low, Medium, High, Urgent };

    /// Of the ticket.
    QString id;
    QString conversation;
    QString customer;
    QString reference;
    QString subject;
    QString question;
    QString category;
    QString channel;
    QString reason;
    QString assigneeId;
    QString assigneeName;
    QString team;
    Urgency urgency = Urgency::Medium;
    /// Server's time, milliseconds since the epoch.
    qint64 waitingSinceMs = 0;
    /// 0: no promise was made.
    qint64 dueMs = 0;
    bool isBreached = false;
    bool isAssigned = false;

    bool operator==(const QueueEntry&) const = default;
};

/// @param escalation as `GET /escalations` lists it
QueueEntry queueEntryFrom(const QJsonObject& escalation);
QString urgencyWords(QueueEntry::Urgency urgency);

} // namespace parley::console
