// SPDX-License-Identifier: MIT
#include "app/queue/queue_model.h"

#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

namespace parley::console {

QueueModel::QueueModel(Sources sources, QObject* parent)
    : QAbstractListModel(parent), m_sources(std::move(sources))
{}

void QueueModel::setEntries(const QList<QueueEntry>& entries)
{
    QSet<QString> wanted;
    for (const QueueEntry& entry : entries) {
        wanted.insert(entry.id);
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!wanted.contains(m_entries.at(row).id)) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < entries.size(); ++row) {
        const QueueEntry& entry = entries.at(row);
        const int now = indexOf(entry.id, row);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, entry);
            endInsertRows();
            continue;
        }
        if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            m_entries.move(now, row);
            endMoveRows();
        }
        if (m_entries.at(row) != entry) {
            m_entries[row] = entry;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int QueueModel::indexOf(const QString& id, int from) const
{
    for (int row = from; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id) {
            return row;
        }
    }
    return -1;
}

int QueueModel::rowOf(const QString& ticket) const
{
    return indexOf(ticket, 0);
}

int QueueModel::rowOfConversation(const QString& conversation) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).conversation == conversation) {
            return row;
        }
    }
    return -1;
}

void QueueModel::refreshConversations(const QSet<QString>& conversations)
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (conversations.contains(m_entries.at(row).conversation)) {
            Q_EMIT dataChanged(index(row), index(row), {ViewersRole, WritersRole});
        }
    }
}

void QueueModel::refreshCustomer(const QString& customer)
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).customer == customer) {
            Q_EMIT dataChanged(index(row), index(row), {CustomerRole});
        }
    }
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QString QueueModel::spoken(const QueueEntry& entry) const
{
    return QStringList{displayLine(entry.subject),
                       urgencyWords(entry.urgency),
                       displayLine(entry.category),
                       m_sources.customerName(entry.customer),
                       displayLine(entry.assigneeName)}
        .join(QLatin1String(", "));
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QueueEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(entry.subject);
    case Qt::ToolTipRole:
        return plainToolTip(displayLine(entry.question.isEmpty() ? entry.subject : entry.question, 600));
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case IdRole:
        return entry.id;
    case ConversationRole:
        return entry.conversation;
    case CustomerRole:
        return m_sources.customerName(entry.customer);
    case AssigneeIdRole:
        return entry.assigneeId;
    case AssignedRole:
        return entry.isAssigned;
    case TeamRole:
        return entry.team;
    case ViewersRole:
        return m_sources.viewers(entry.conversation);
    case WritersRole:
        return m_sources.writers(entry.conversation);
    default:
        return {};
    }
}

} // namespace parley::console
