// SPDX-License-Identifier: MIT
#include "app/conversation/outbox.h"

#include "app/conversation/conversation_source.h"
#include "app/conversation/post_office.h"

#include <algorithm>

namespace parley::console {

Outbox::Outbox(PostOffice& post, ConversationSource& source, QString author, QObject* parent)
    : QObject(parent), m_post(post), m_source(source), m_author(std::move(author))
{
    connect(&m_post, &PostOffice::added, this, &Outbox::show);
    connect(&m_post, &PostOffice::changed, this, [this](const Letter& letter) {
        if (isOurs(letter)) {
            m_source.transcript().setOutgoingFault(letter.id, letter.fault);
        }
    });
    connect(&m_post, &PostOffice::removed, this, [this](const Letter& letter) {
        if (isOurs(letter)) {
            m_source.transcript().removeOutgoing(letter.id);
        }
    });
    connect(&m_post, &PostOffice::arrived, this, [this](const Letter& letter, const QJsonObject& message) {
        if (isOurs(letter)) {
            m_source.take(message);
            Q_EMIT sent(letter.isNote());
        }
    });
    connect(&m_post, &PostOffice::returned, this, &Outbox::returned);
    m_post.attend(m_source.id(), this);
    for (const Letter& letter : m_post.of(m_source.id())) {
        show(letter);
    }
}

Outbox::~Outbox()
{
    leave();
}

void Outbox::leave()
{
    m_post.disconnect(this);
    m_post.leave(m_source.id(), this);
}

bool Outbox::isOurs(const Letter& letter) const
{
    return letter.conversation == m_source.id();
}

void Outbox::show(const Letter& letter)
{
    if (!isOurs(letter)) {
        return;
    }
    Message message;
    message.id = letter.id;
    message.speaker = Message::Speaker::Supporter;
    message.author = m_author;
    message.text = letter.text();
    message.kind = letter.isNote() ? QStringLiteral("note") : QStringLiteral("text");
    message.atMs = letter.atMs;
    message.sending = Message::Sending::Underway;
    m_source.transcript().addOutgoing(message);
    if (!letter.fault.isEmpty()) {
        m_source.transcript().setOutgoingFault(letter.id, letter.fault);
    }
}

void Outbox::returned(const Letter& letter, const ApiError& error)
{
    if (!isOurs(letter)) {
        return;
    }
    if (error.code == QLatin1String("newer_message")) {
        m_source.reload(); // it is shown now, if the live link has not brought it
        Q_EMIT newerMessage(letter.text(), letter.isNote());
    } else {
        Q_EMIT refused(letter.text(), letter.isNote(), error);
    }
}

void Outbox::send(const QString& text, bool isNote, qint64 seenSeq)
{
    m_post.send(m_source.id(), m_source.customerName(), text, isNote, seenSeq);
}

void Outbox::hold(const QString& text, bool isNote)
{
    m_post.hold(m_source.id(), m_source.customerName(), text, isNote);
}

void Outbox::retry(const QString& id)
{
    m_post.retry(id);
}

QString Outbox::giveUp(const QString& id)
{
    return m_post.giveUp(id);
}

int Outbox::unsent() const
{
    return static_cast<int>(m_post.of(m_source.id()).size());
}

bool Outbox::isSending(const QString& text) const
{
    const QList<Letter> letters = m_post.of(m_source.id());
    return std::any_of(letters.cbegin(), letters.cend(), [&text](const Letter& letter) {
        return letter.text() == text;
    });
}

} // namespace parley::console
