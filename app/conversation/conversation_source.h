// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/transcript_model.h"
#include "app/net/api_error.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace parley::console {

struct ApiReply;

/// One conversation as the server has it, read once and kept true by the live link; where the server cannot
/// be reached, as it was read last.
/// @thread GUI
class ConversationSource : public QObject {
    Q_OBJECT

public:
    /// Reads at once. @param workspace outlives this
    ConversationSource(Workspace& workspace, QString id, QObject* parent = nullptr);
    ~ConversationSource() override;

    const QString& id() const { return m_id; }
    /// Everything but the messages; empty before the first answer.
    const QJsonObject& detail() const { return m_detail; }
    TranscriptModel& transcript() { return m_transcript; }
    bool isLoaded() const { return !m_detail.isEmpty(); }
    /// When what is shown was read, if it came from the offline cache; invalid while it is live.
    QDateTime readAt() const { return m_readAt; }

    QString status() const;
    QString assigneeId() const;
    QString assigneeName() const;
    QJsonObject customer() const;
    QJsonObject caseCard() const;
    /// The ticket that is not resolved yet, else the newest; empty: there is none.
    QJsonObject ticket() const;
    /// What a tab or a header calls the customer; never empty.
    QString customerName() const;

    void reload();
    /// Ticket and case card only.
    void reloadTicket();
    /// An answer of the server with a conversation or parts of one.
    void merge(const QJsonObject& conversation);
    /// A message of this conversation, as the server answered it.
    void take(const QJsonObject& message);

Q_SIGNALS:
    /// Anything but the messages.
    void changed();
    /// Read from the server, whole.
    void loaded();
    void failed(const parley::console::ApiError& error);
    /// Somebody else's message came, live.
    void messageArrived(const parley::console::Message& message);
    /// The customer writes, or stopped.
    void typingChanged(bool isTyping);
    /// It is gone, or not this person's to see.
    void refused();

private:
    void took(const ApiReply& reply);
    void showKept();
    void read(const QJsonObject& object);
    void heard(const QJsonObject& event);
    void heardUpdate(const QJsonObject& event);
    void heardMentions(const QJsonObject& event);
    void setTyping(bool isTyping);
    void keep();

    Workspace& m_workspace;
    QString m_id;
    QString m_topic;
    QJsonObject m_detail;
    TranscriptModel m_transcript;
    QDateTime m_readAt;
    QTimer m_firstRead;
    QTimer m_ticketPause;
    QTimer m_wholePause;
    QTimer m_keepPause;
    QTimer m_typingEnd;
    quint64 m_request = 0;
    bool m_isTyping = false;
    /// Something was heard while the whole was read: the answer may be older than it.
    bool m_isStale = false;
    bool m_isDirty = false;
};

/// What a person is called, of what is known of him: name, e-mail, user id.
QString nameOfCustomer(const QJsonObject& customer);

} // namespace parley::console
