// SPDX-License-Identifier: MIT
#include "app/conversation/message.h"

#include "app/net/json.h"

#include <chrono>

namespace parley::console {

namespace {

constexpr qint64 kMsPerSecond = 1'000;
constexpr qint64 kSecondsPerDay = 86'400;

Message::Speaker speakerOf(const QString& sender)
{
    if (sender == QLatin1String("user")) {
        return Message::Speaker::Customer;
    }
    if (sender == QLatin1String("supporter")) {
        return Message::Speaker::Supporter;
    }
    return sender == QLatin1String("agent") ? Message::Speaker::Agent : Message::Speaker::System;
}

QString senderOf(Message::Speaker speaker)
{
    switch (speaker) {
    case Message::Speaker::Customer:
        return QStringLiteral("user");
    case Message::Speaker::Agent:
        return QStringLiteral("agent");
    case Message::Speaker::Supporter:
        return QStringLiteral("supporter");
    case Message::Speaker::System:
        break;
    }
    return QStringLiteral("system");
}

Source sourceFrom(const QJsonObject& object)
{
    Source source;
    source.documentId = json::text(object, QLatin1String("document_id"));
    source.title = json::text(object, QLatin1String("title"));
    source.snippet = json::text(object, QLatin1String("snippet"));
    source.score = json::maybeNumber(object, QLatin1String("score"));
    source.page = static_cast<int>(json::integer(object, QLatin1String("page")));
    return source;
}

QJsonObject jsonOf(const Source& source)
{
    QJsonObject object{{QStringLiteral("document_id"), source.documentId},
                       {QStringLiteral("title"), source.title},
                       {QStringLiteral("snippet"), source.snippet}};
    if (source.score) {
        object.insert(QStringLiteral("score"), *source.score);
    }
    if (source.page > 0) {
        object.insert(QStringLiteral("page"), source.page);
    }
    return object;
}

/// @return -1 where there are not `count` digits
int digits(const QString& text, qsizetype at, qsizetype count)
{
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit < u'0' || unit > u'9') {
            return -1;
        }
        value = value * 10 + (unit - u'0');
    }
    return value;
}

} // namespace

qint64 milliseconds(const QString& timestamp)
{
    constexpr qsizetype kLength = 24;
    if (timestamp.size() != kLength || timestamp.back() != QLatin1Char('Z')) {
        const QDateTime time = QDateTime::fromString(timestamp, Qt::ISODateWithMs);
        return time.isValid() ? time.toMSecsSinceEpoch() : 0;
    }
    const int year = digits(timestamp, 0, 4);
    const int month = digits(timestamp, 5, 2);
    const int day = digits(timestamp, 8, 2);
    const int hour = digits(timestamp, 11, 2);
    const int minute = digits(timestamp, 14, 2);
    const int second = digits(timestamp, 17, 2);
    const int part = digits(timestamp, 20, 3);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || minute < 0 || second < 0 ||
        part < 0) {
        return 0;
    }
    const std::chrono::sys_days date{std::chrono::year(year) / month / day};
    const qint64 days = date.time_since_epoch().count();
    const qint64 seconds = days * kSecondsPerDay + (hour * 60 + minute) * 60 + second;
    return seconds * kMsPerSecond + part;
}

QList<Named> mentionsFrom(const QJsonArray& array)
{
    QList<Named> mentions;
    for (const QJsonValue& each : array) {
        const QJsonObject object = each.toObject();
        mentions.append({json::text(object, QLatin1String("id")),
                         json::text(object, QLatin1String("name")),
                         json::text(object, QLatin1String("text"))});
    }
    return mentions;
}

Message messageFrom(const QJsonObject& object)
{
    Message message;
    message.id = json::text(object, QLatin1String("id"));
    message.seq = json::integer(object, QLatin1String("seq"));
    message.speaker = speakerOf(json::text(object, QLatin1String("sender")));
    const QJsonObject author = json::object(object, QLatin1String("author"));
    message.author = json::text(author, QLatin1String("name"));
    message.authorId = json::text(author, QLatin1String("id"));
    message.text = json::text(object, QLatin1String("text"));
    message.atMs = milliseconds(json::text(object, QLatin1String("created_ts")));
    message.kind = json::text(object, QLatin1String("kind"));
    message.delivery = json::text(object, QLatin1String("delivery"));
    for (const QJsonValue& each : json::array(object, QLatin1String("citations"))) {
        message.sources.append(sourceFrom(each.toObject()));
    }
    for (const QJsonValue& each : json::array(object, QLatin1String("attachments"))) {
        message.attachments.append(json::text(each.toObject(), QLatin1String("name")));
    }
    message.mentions = mentionsFrom(json::array(object, QLatin1String("mentions")));
    return message;
}

QJsonObject jsonOf(const Message& message)
{
    QJsonArray sources;
    for (const Source& source : message.sources) {
        sources.append(jsonOf(source));
    }
    QJsonArray attachments;
    for (const QString& name : message.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("name"), name}});
    }
    QJsonObject object{{QStringLiteral("id"), message.id},
                       {QStringLiteral("seq"), message.seq},
                       {QStringLiteral("sender"), senderOf(message.speaker)},
                       {QStringLiteral("text"), message.text},
                       {QStringLiteral("created_ts"), message.at().toUTC().toString(Qt::ISODateWithMs)},
                       {QStringLiteral("kind"), message.kind},
                       {QStringLiteral("citations"), sources},
                       {QStringLiteral("attachments"), attachments}};
    if (!message.author.isEmpty()) {
        object.insert(QStringLiteral("author"),
                      QJsonObject{{QStringLiteral("id"), message.authorId},
                                  {QStringLiteral("name"), message.author}});
    }
    if (!message.mentions.isEmpty()) {
        QJsonArray mentions;
        for (const Named& each : message.mentions) {
            mentions.append(QJsonObject{{QStringLiteral("id"), each.id},
                                        {QStringLiteral("name"), each.name},
                                        {QStringLiteral("text"), each.text}});
        }
        object.insert(QStringLiteral("mentions"), mentions);
    }
    if (!message.delivery.isEmpty()) {
        object.insert(QStringLiteral("delivery"), message.delivery);
    }
    return object;
}

} // namespace parley::console
