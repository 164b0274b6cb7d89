// SPDX-License-Identifier: MIT
#pragma once

#include "app/monitor/conversation_row.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace parley::console {

/// The conversations of the monitor, in the order of the server: newest first, or the best found first.
/// Pages are asked for by `moreWanted` and given by `append`.
/// @thread GUI
class MonitorModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Status,
        Customer,
        Message,
        Channel,
        Assignee,
        Team,
        Tags,
        Sentiment,
        Started,
        LastActivity,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1,
        CustomerRole,
        StatusRole,
        AssigneeRole,
        SentimentRole,
        MatchRole,
        /// The cell for a file: times in full (UTC), the mood as a number.
        ExportRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// From the start. @param hasMore whether `moreWanted` may be emitted
    void setRows(const QJsonArray& conversations, bool hasMore);
    void append(const QJsonArray& conversations, bool hasMore);
    /// Replaces the row with its id where it is. One that is not there comes in by its age if `isNewWelcome`.
    void upsert(const QJsonObject& conversation, bool isNewWelcome);
    void remove(const QString& id);
    bool contains(const QString& id) const { return rowOf(QUuid::fromString(id)) >= 0; }

    /// Names that came later, for ids that rows have.
    void nameCustomer(const QString& customer, const QString& name);
    void nameTeam(const QString& team, const QString& name);
    /// A row whose customer's name is not known.
    bool isNameless(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    ConversationRow rowFrom(const QJsonObject& conversation);
    std::vector<ConversationRow> rowsFrom(const QJsonArray& conversations);
    QString shown(const ConversationRow& row, int column) const;
    /// Local, as people read it. Kept, because telling a time costs more than painting it.
    QString moment(qint64 epochMs) const;
    QString exported(const ConversationRow& row, int column) const;
    int rowOf(const QUuid& id) const;

    std::vector<ConversationRow> m_rows;
    TextPool m_texts;
    QHash<quint32, QString> m_teamNames;
    QHash<QUuid, quint32> m_customerNames;
    mutable QHash<qint64, QString> m_moments;
    mutable qint64 m_momentsSince = 0;
    bool m_hasMore = false;
    bool m_isAsking = false;
};

} // namespace parley::console
