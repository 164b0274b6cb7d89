// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/letter.h"
#include "app/net/api_error.h"

#include <QObject>

namespace parley::console {

class ConversationSource;
class PostOffice;

/// The letters of one conversation that is open: shows in its transcript what is on its way or was not sent,
/// and gives back to the writer what the server does not take.
class Outbox : public QObject {
    Q_OBJECT

public:
    /// @param post, source outlive this @param author of what is shown
    Outbox(PostOffice& post, ConversationSource& source, QString author, QObject* parent = nullptr);
    ~Outbox() override;

    /// @param seenSeq the newest message the writer has seen
    void send(const QString& text, bool isNote, qint64 seenSeq);
    /// Keeps a text in the transcript as not sent, without sending it: `retry` does, or `giveUp` takes it
    /// out.
    void hold(const QString& text, bool isNote);
    /// One that could not be sent, by the id it has in the transcript.
    void retry(const QString& id);
    /// Takes it out of the transcript. @return its text
    QString giveUp(const QString& id);
    /// Shows nothing more and takes nothing back: whoever it belongs to is about to go.
    void leave();
    int unsent() const;
    /// Whether a letter with this text is on its way.
    bool isSending(const QString& text) const;

Q_SIGNALS:
    void sent(bool isNote);
    /// The customer wrote meanwhile: the text comes back to whoever wrote it.
    void newerMessage(const QString& text, bool isNote);
    /// The server does not take it, and will not: the text comes back.
    void refused(const QString& text, bool isNote, const parley::console::ApiError& error);

private:
    bool isOurs(const Letter& letter) const;
    void show(const Letter& letter);
    void returned(const Letter& letter, const ApiError& error);

    PostOffice& m_post;
    ConversationSource& m_source;
    QString m_author;
};

} // namespace parley::console
