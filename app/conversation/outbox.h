// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/draft_store.h"
#include "app/net/api_error.h"
#include "app/workspace/workspace.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

namespace parley::console {

class ConversationSource;
struct ApiReply;

/// Sends what a supporter writes in one conversation, each message once: what could not be sent stays in the
/// transcript, is kept over a restart, and is sent again with the same Idempotency-Key.
class Outbox : public QObject {
    Q_OBJECT

public:
    /// @param workspace, source outlive this
    Outbox(Workspace& workspace, ConversationSource& source, QObject* parent = nullptr);

    /// @param seenSeq the newest message the writer has seen
    void send(const QString& text, bool isNote, qint64 seenSeq);
    /// Keeps a text in the transcript as not sent, without sending it: `retry` does, or `giveUp` takes it
    /// out.
    void hold(const QString& text, bool isNote);
    /// One that could not be sent, by the id it has in the transcript.
    void retry(const QString& id);
    /// Takes it out of the transcript. @return its text
    QString giveUp(const QString& id);
    int unsent() const { return static_cast<int>(m_letters.size()); }

Q_SIGNALS:
    void sent(bool isNote);
    /// The customer wrote meanwhile: the text comes back to whoever wrote it.
    void newerMessage(const QString& text, bool isNote);
    /// The server does not take it, and will not: the text comes back.
    void refused(const QString& text, bool isNote, const parley::console::ApiError& error);

private:
    struct Letter {
        QByteArray key;
        QJsonObject body;
        bool isUnderway = false;
        /// It waits for a person to send it.
        bool isHeld = false;
    };

    QString add(const QString& text, bool isNote, qint64 seenSeq);
    void post(const QString& id);
    void postNext();
    void answered(const QString& id, const ApiReply& reply);
    void show(const QString& id, const Letter& letter, qint64 atMs);
    void keep();
    void restore();

    Workspace& m_workspace;
    ConversationSource& m_source;
    DraftStore m_drafts;
    QHash<QString, Letter> m_letters;
    /// Of the letters, oldest first: they are sent one after the other, as they were written.
    QStringList m_order;
};

} // namespace parley::console
