// SPDX-License-Identifier: MIT
#include "app/conversation/outbox.h"

#include "app/conversation/conversation_source.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/session.h"

#include <QJsonDocument>
#include <QUuid>

namespace parley::console {

namespace {

constexpr int kSendTimeoutMs = 15'000;

QByteArray newKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

bool isNoteBody(const QJsonObject& body)
{
    return json::text(body, QLatin1String("kind")) == QLatin1String("note");
}

} // namespace

Outbox::Outbox(Workspace& workspace, ConversationSource& source, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_source(source), m_drafts(workspace.offline)
{
    connect(&workspace.live, &LiveLink::stateChanged, this, [this](LiveLink::State state) {
        if (state == LiveLink::State::Online) {
            postNext();
        }
    });
    restore();
}

QString Outbox::add(const QString& text, bool isNote, qint64 seenSeq)
{
    Letter letter;
    letter.key = newKey();
    letter.body = {{QStringLiteral("text"), text},
                   {QStringLiteral("kind"), isNote ? QStringLiteral("note") : QStringLiteral("text")}};
    if (!isNote && seenSeq > 0) {
        letter.body.insert(QStringLiteral("seen_seq"), seenSeq);
    }
    const QString id = QStringLiteral("local-") + QString::fromLatin1(letter.key);
    m_letters.insert(id, letter);
    m_order.append(id);
    show(id, letter, m_workspace.api.serverNow().toMSecsSinceEpoch());
    keep();
    return id;
}

void Outbox::send(const QString& text, bool isNote, qint64 seenSeq)
{
    add(text, isNote, seenSeq);
    postNext();
}

void Outbox::hold(const QString& text, bool isNote)
{
    const QString id = add(text, isNote, 0);
    m_letters[id].isHeld = true;
    m_source.transcript().setOutgoingFault(
        id, tr("It was not sent, so that it is not mixed with what came back."));
}

void Outbox::postNext()
{
    for (const QString& id : std::as_const(m_order)) {
        const auto letter = m_letters.constFind(id);
        if (letter == m_letters.constEnd() || letter->isHeld) {
            continue;
        }
        if (!letter->isUnderway) {
            post(id);
        }
        return; // the next one follows its answer
    }
}

void Outbox::show(const QString& id, const Letter& letter, qint64 atMs)
{
    Message message;
    message.id = id;
    message.speaker = Message::Speaker::Supporter;
    message.author = m_workspace.session.user().displayName;
    message.text = json::text(letter.body, QLatin1String("text"));
    message.kind = json::text(letter.body, QLatin1String("kind"));
    message.atMs = atMs;
    message.sending = Message::Sending::Underway;
    m_source.transcript().addOutgoing(message);
}

void Outbox::post(const QString& id)
{
    const auto letter = m_letters.find(id);
    if (letter == m_letters.end() || letter->isUnderway) {
        return;
    }
    letter->isUnderway = true;
    m_source.transcript().setOutgoingFault(id, {});
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/conversations/%1/messages").arg(m_source.id());
    request.body = QJsonDocument(letter->body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.idempotencyKey = letter->key;
    request.timeoutMs = kSendTimeoutMs;
    m_workspace.api.send(std::move(request), this, [this, id](const ApiReply& reply) {
        answered(id, reply);
    });
}

void Outbox::answered(const QString& id, const ApiReply& reply)
{
    const auto letter = m_letters.find(id);
    if (letter == m_letters.end()) {
        return;
    }
    letter->isUnderway = false;
    if (reply.error && reply.error->isPassing()) {
        m_source.transcript().setOutgoingFault(id, reply.error->message);
        return;
    }
    const QJsonObject body = letter->body;
    m_letters.erase(letter);
    m_order.removeAll(id);
    m_source.transcript().removeOutgoing(id);
    keep();
    const bool isNote = isNoteBody(body);
    const QString text = json::text(body, QLatin1String("text"));
    if (reply.isOk()) {
        m_source.transcript().upsert(messageFrom(reply.object));
        Q_EMIT sent(isNote);
    } else if (reply.error->code == QLatin1String("newer_message")) {
        m_source.reload(); // it is shown now, if the live link has not brought it
        Q_EMIT newerMessage(text, isNote);
    } else {
        Q_EMIT refused(text, isNote, *reply.error);
    }
    postNext();
}

void Outbox::retry(const QString& id)
{
    if (const auto letter = m_letters.find(id); letter != m_letters.end()) {
        letter->isHeld = false;
    }
    post(id);
}

QString Outbox::giveUp(const QString& id)
{
    const Letter letter = m_letters.take(id);
    m_order.removeAll(id);
    m_source.transcript().removeOutgoing(id);
    keep();
    return json::text(letter.body, QLatin1String("text"));
}

void Outbox::keep()
{
    QJsonArray kept;
    for (const QString& id : std::as_const(m_order)) {
        const Letter letter = m_letters.value(id);
        kept.append(QJsonObject{{QStringLiteral("key"), QString::fromLatin1(letter.key)},
                                {QStringLiteral("body"), letter.body}});
    }
    m_drafts.saveOutbox(m_source.id(), kept);
}

void Outbox::restore()
{
    for (const QJsonValue& each : m_drafts.loadOutbox(m_source.id())) {
        const QJsonObject kept = each.toObject();
        Letter letter;
        letter.key = json::text(kept, QLatin1String("key")).toLatin1();
        letter.body = json::object(kept, QLatin1String("body"));
        const QString id = QStringLiteral("local-") + QString::fromLatin1(letter.key);
        m_letters.insert(id, letter);
        m_order.append(id);
        show(id, letter, m_workspace.api.serverNow().toMSecsSinceEpoch());
        m_source.transcript().setOutgoingFault(id, tr("It was being sent when the console was closed."));
    }
}

} // namespace parley::console
