// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/canned_responses.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace parley::console {

class Banner;
class CannedList;
class ComposerEdit;
class PlainLabel;

/// Where an answer or a note is written: text, canned responses, the agents' draft, and how much fits.
class Composer : public QWidget {
    Q_OBJECT

public:
    /// @param canned outlives this
    explicit Composer(CannedResponses& canned, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    bool isNote() const { return m_isNote; }
    void setNote(bool isNote);
    ComposerEdit& edit() { return *m_edit; }
    /// What the agents would have answered; empty: there is nothing.
    void setDraftAnswer(const QString& draft);
    /// Puts the draft at the cursor, or in the place of everything.
    void insertDraft(bool isReplacing);
    /// True: Enter sends, Shift+Enter begins a line. False: Ctrl+Enter sends.
    void setEnterSends(bool doesSend);
    /// How a canned response is filled for this conversation.
    void setFiller(std::function<QString(const QString&)> filler) { m_filler = std::move(filler); }
    /// Why no answer can be sent; empty: one can. Notes and typing go on.
    void setAnswerFault(const QString& reason);
    /// Why nothing can be sent at all.
    void setSendFault(const QString& reason);
    void offerCanned();
    /// Asked for each key that no list of the composer's own took; true: it was taken.
    void setKeyFilter(std::function<bool(int key)> filter) { m_keyFilter = std::move(filter); }
    /// A line above the text: what came between, what went wrong.
    Banner& banner() { return *m_banner; }
    void send();

Q_SIGNALS:
    /// Whoever takes it calls `setText({})`.
    void sendWanted(const QString& text, bool isNote);
    void edited();
    /// An answer is being typed, or is not any more; a note never is.
    void typingChanged(bool isTyping);

private:
    void build();
    void textChanged();
    void updateState();
    void updateTyping();
    void offer(const QString& word);
    void insertCanned(const CannedResponse& response);
    QString fault() const;

    CannedResponses& m_canned;
    ComposerEdit* m_edit;
    CannedList* m_list = nullptr;
    Banner* m_banner;
    PlainLabel* m_hint;
    PlainLabel* m_counter;
    QToolButton* m_note;
    QToolButton* m_draft;
    QToolButton* m_cannedButton;
    QPushButton* m_send;
    QTimer m_idle;
    QTimer m_again;
    std::function<QString(const QString&)> m_filler;
    std::function<bool(int)> m_keyFilter;
    QString m_draftAnswer;
    QString m_answerFault;
    QString m_sendFault;
    bool m_isNote = false;
    bool m_isTyping = false;
    bool m_isListByButton = false;
};

} // namespace parley::console
