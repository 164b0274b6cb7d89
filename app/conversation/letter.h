// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace parley::console {

/// What a supporter wrote in one conversation, until the server has said that it has it.
struct Letter {
    /// As the transcript shows it: "local-…".
    QString id;
    QString conversation;
    /// What the customer is called, for when the conversation is not open.
    QString customer;
    /// Said with every attempt: the server takes it once.
    QByteArray key;
    /// As it is posted.
    QJsonObject body;
    /// When it was written, by the server's clock; milliseconds since the epoch.
    qint64 atMs = 0;
    /// Why it has not arrived, in words; empty: it is on its way.
    QString fault;
    bool isUnderway = false;
    /// It waits for a person to send it.
    bool isHeld = false;

    QString text() const { return body.value(QLatin1String("text")).toString(); }
    bool isNote() const { return body.value(QLatin1String("kind")).toString() == QLatin1String("note"); }
};

} // namespace parley::console
