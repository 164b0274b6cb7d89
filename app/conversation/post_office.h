// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/draft_store.h"
#include "app/conversation/letter.h"
#include "app/net/api_error.h"
#include "app/workspace/workspace.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace parley::console {

struct ApiReply;

/// Sends what a supporter writes, in whichever conversation, whether it is open or not. Each letter arrives
/// once: what could not be sent is kept over a restart and sent again with the same Idempotency-Key, the
/// letters of a conversation one after the other as they were written.
///
/// What the server does not take goes back to whoever attends to the conversation, or else into its draft.
/// @thread GUI
class PostOffice : public QObject {
    Q_OBJECT

public:
    /// @param workspace outlives this
    explicit PostOffice(Workspace& workspace, QObject* parent = nullptr);

    /// @param seenSeq the newest message the writer has seen @return the letter's id
    QString send(const QString& conversation,
                 const QString& customer,
                 const QString& text,
                 bool isNote,
                 qint64 seenSeq);
    /// Keeps a text as not sent, without sending it: `retry` does, or `giveUp` takes it out.
    QString hold(const QString& conversation, const QString& customer, const QString& text, bool isNote);
    void retry(const QString& id);
    /// @return its text
    QString giveUp(const QString& id);
    /// Of one conversation, oldest first.
    QList<Letter> of(const QString& conversation) const;
    const QList<Letter>& all() const { return m_letters; }
    /// Who shows the conversation: `returned` gives back to them what was not taken.
    void attend(const QString& conversation, const QObject* who);
    /// Nobody does any more, unless it is another one.
    void leave(const QString& conversation, const QObject* who);
    DraftStore& drafts() { return m_drafts; }
    const DraftStore& drafts() const { return m_drafts; }

Q_SIGNALS:
    void added(const parley::console::Letter& letter);
    /// It is on its way again, or failed.
    void changed(const parley::console::Letter& letter);
    void removed(const parley::console::Letter& letter);
    /// @param message as the server stored it
    void arrived(const parley::console::Letter& letter, const QJsonObject& message);
    /// The server did not take it, and will not: `error.code` is "newer_message" where the customer wrote
    /// meanwhile. Only for a conversation that is attended.
    void returned(const parley::console::Letter& letter, const parley::console::ApiError& error);
    /// The same, for one that is not: the text is in its draft now.
    void putAside(const parley::console::Letter& letter, const parley::console::ApiError& error);

private:
    QString add(Letter letter);
    Letter* find(const QString& id);
    void post(const QString& id);
    void postNext(const QString& conversation);
    void postAll();
    void answered(const QString& id, const ApiReply& reply);
    void giveBack(const Letter& letter, const ApiError& error);
    void keep(const QString& conversation);
    void restore();
    bool isTooOld(const Letter& letter) const;

    Workspace& m_workspace;
    DraftStore m_drafts;
    QList<Letter> m_letters;
    QHash<QString, const QObject*> m_attended;
    QTimer m_again;
    /// What was kept has been read: nothing goes out and nothing is kept before.
    bool m_isRestored = false;
};

} // namespace parley::console
