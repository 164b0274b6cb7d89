// SPDX-License-Identifier: MIT
#pragma once

#include "app/queue/queue_entry.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

#include <functional>

namespace parley::console {

/// The cases that wait for people or are with them, most urgent first as the server orders them.
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        ConversationRole,
        CustomerRole, ///< what it is called, for a reader
        AssigneeIdRole,
        AssignedRole,
        TeamRole,
        ViewersRole,
        WritersRole
    };

    /// What others know of a case.
    struct Sources {
        std::function<QString(const QString& customer)> customerName;
        std::function<QStringList(const QString& conversation)> viewers;
        std::function<QStringList(const QString& conversation)> writers;
    };

    explicit QueueModel(Sources sources, QObject* parent = nullptr);

    /// Shows these from now on. Rows that stay are kept, moved and changed as little as need be, so that what
    /// is chosen stays chosen.
    void setEntries(const QList<QueueEntry>& entries);
    const QueueEntry& entry(int row) const { return m_entries.at(row); }
    /// By ticket; -1: not in the queue.
    int rowOf(const QString& ticket) const;
    int rowOfConversation(const QString& conversation) const;
    /// What the sources tell of these has changed.
    void refreshConversations(const QSet<QString>& conversations);
    void refreshCustomer(const QString& customer);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    int indexOf(const QString& id, int from) const;
    QString spoken(const QueueEntry& entry) const;

    Sources m_sources;
    QList<QueueEntry> m_entries;
};

} // namespace parley::console
