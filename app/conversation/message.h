// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::console {

/// What an answer of the agents rests on.
struct Source {
    QString documentId;
    QString title;
    QString snippet;
    std::optional<double> score;
    /// 0: the document has no pages.
    int page = 0;
};

/// A colleague whom a note names.
struct Named {
    QString id;
    QString name;
    /// As it stands in the note: "@Mia".
    QString text;
};

/// One message of a conversation, as operators see it, or one of this console's own on its way.
struct Message {
    enum class Speaker { Customer, Agent, Supporter, System };
    enum class Sending { Done, Underway, Failed };

    QString id;
    /// Its number in the conversation; 0 while the server has not given one.
    qint64 seq = 0;
    Speaker speaker = Speaker::Customer;
    QString author;
    /// Empty where no person of the desk wrote it.
    QString authorId;
    QString text;
    /// Milliseconds since the epoch, by the server's clock.
    qint64 atMs = 0;
    /// "text", "bridge", "resolution", "note", "event"
    QString kind;
    /// "queued", "sent", "delivered", "read", "failed"; empty where the channel does not tell
    QString delivery;
    QList<Source> sources;
    /// Names of what was attached.
    QStringList attachments;
    QList<Named> mentions;
    Sending sending = Sending::Done;
    /// Why it could not be sent, in words.
    QString fault;

    bool isNote() const { return kind == QLatin1String("note"); }
    bool isSystemLine() const { return speaker == Speaker::System || kind == QLatin1String("event"); }
    QDateTime at() const { return QDateTime::fromMSecsSinceEpoch(atMs); }
};

/// Of a message's or an event's `mentions`.
QList<Named> mentionsFrom(const QJsonArray& array);
Message messageFrom(const QJsonObject& object);
/// The reverse, for the offline cache.
QJsonObject jsonOf(const Message& message);

/// RFC 3339 in UTC as the server writes it ("2026-11-21T20:55:20.192Z") to milliseconds since the epoch; 0
/// where it is no time. Much faster than QDateTime, which a transcript of ten thousand messages notices.
qint64 milliseconds(const QString& timestamp);

} // namespace parley::console
