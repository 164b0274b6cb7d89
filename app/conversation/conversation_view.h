// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/chat_parts.h"
#include "app/conversation/colleague.h"
#include "app/conversation/conversation_source.h"
#include "app/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace parley::console {

class Banner;
class CaseCard;
class Composer;
class ConversationActions;
class ConversationHeader;
class Outbox;
class PlainLabel;
class TranscriptView;

/// One conversation: whose it is, what was said, and what can be written.
class ConversationView : public QWidget {
    Q_OBJECT

public:
    /// @param workspace outlives this, and so do the parts
    ConversationView(Workspace& workspace,
                     const ChatParts& parts,
                     const QString& conversation,
                     QWidget* parent = nullptr);
    ~ConversationView() override;

    const QString& id() const { return m_source.id(); }
    ConversationSource& source() { return m_source; }
    TranscriptView& transcript() { return *m_transcript; }
    Composer& composer() { return *m_composer; }
    Outbox& outbox() { return *m_outbox; }
    void setColleagues(const Colleagues& colleagues);
    /// Something is written that was not sent.
    bool isUnsent() const;
    /// Keeps what is typed now, without waiting for a pause.
    void saveDraft();
    /// It is about to go: keeps what is typed, and takes nothing back any more.
    void retire();
    /// Shows this message, as soon as it is there.
    void showMessage(const QString& message);
    /// Asks for its ownership, as soon as it is read.
    void takeOver();
    /// The keyboard goes to where an answer is written.
    void focusComposer();
    /// Messages that came while it was not looked at.
    int unread() const { return m_unread; }
    /// Whether it is looked at: what comes is read then.
    void setActive(bool isActive);

Q_SIGNALS:
    /// What a tab shows of it.
    void titleChanged();

private:
    void build();
    void buildTools();
    void buildCommands();
    void connectSource();
    void connectCard();
    void connectWriting();
    void updateWriting();
    void send(const QString& text, bool isNote);
    void giveBack(const QString& text, bool isNote);
    void showTyping(bool isTyping);
    void loadDraft();
    void showElsewhere();
    void heardOwn(const Message& message);
    void toggleCard();
    void sourceFailed(const ApiError& error);
    void showMenu(int row, const QUrl& link, const QPoint& at);
    void openRunOf(const QString& message);

    Workspace& m_workspace;
    ChatParts m_parts;
    ConversationSource m_source;
    ConversationHeader* m_header;
    Banner* m_banner;
    TranscriptView* m_transcript;
    PlainLabel* m_typing;
    PlainLabel* m_elsewhere;
    Composer* m_composer;
    CaseCard* m_card;
    QSplitter* m_splitter;
    ConversationActions* m_actions;
    Outbox* m_outbox;
    QString m_wantedMessage;
    QTimer m_draftPause;
    QTimer m_seenPause;
    /// The newest message that was in front of the writer for long enough to be read.
    qint64 m_seenSeq = 0;
    bool m_wasMine = false;
    int m_unread = 0;
    bool m_isActive = false;
    bool m_isDraftLoaded = false;
    /// The customer was told that somebody types here.
    bool m_isTypingShown = false;
};

} // namespace parley::console
