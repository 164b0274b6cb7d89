// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/message.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace parley::console {

/// The messages of one conversation by their number, and behind them what this console is sending.
class TranscriptModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, AuthorRole, TimeRole, KindRole };

    using QAbstractListModel::QAbstractListModel;

    /// All that the server has; what is on its way stays, unless it has arrived.
    void reset(QList<Message> messages);
    /// Puts it at its place, or replaces the one with its id. @return whether it is new
    bool upsert(const Message& message);
    /// One that this console sends; found again by its id until it arrives.
    void addOutgoing(const Message& message);
    /// @param fault empty: it is on its way again
    void setOutgoingFault(const QString& id, const QString& fault);
    /// It arrived (as `message`) or is given up.
    void removeOutgoing(const QString& id);

    const Message& message(int row) const { return m_messages.at(row); }
    int rowOf(const QString& id) const;
    /// Of what the server has; 0: nothing.
    qint64 newestSeq() const;
    /// The last the customer wrote; nullptr: nothing.
    const Message* newestOfCustomer() const;
    /// Messages above this number have not been seen; 0: all have.
    void setUnreadAfter(qint64 seq);
    qint64 unreadAfter() const { return m_unreadAfter; }
    /// Whether the line "New messages" stands above this row.
    bool isFirstUnread(int row) const;
    /// As it would be kept for offline reading.
    QList<Message> delivered() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    int deliveredCount() const { return static_cast<int>(m_messages.size()) - m_outgoing; }
    void rebuildRows(int from);

    QList<Message> m_messages;
    QHash<QString, int> m_rows;
    int m_outgoing = 0;
    qint64 m_unreadAfter = 0;
};

} // namespace parley::console
