// SPDX-License-Identifier: MIT
#include "app/conversation/transcript_model.h"

#include "app/widgets/display_text.h"

#include <algorithm>

namespace parley::console {

void TranscriptModel::reset(QList<Message> messages)
{
    beginResetModel();
    const QList<Message> outgoing = m_messages.mid(deliveredCount());
    m_messages = std::move(messages);
    const auto isBefore = [](const Message& left, const Message& right) { return left.seq < right.seq; };
    if (!std::is_sorted(m_messages.cbegin(), m_messages.cend(), isBefore)) {
        std::stable_sort(m_messages.begin(), m_messages.end(), isBefore);
    }
    m_messages.append(outgoing);
    m_outgoing = static_cast<int>(outgoing.size());
    m_rows.clear();
    m_rows.reserve(m_messages.size());
    rebuildRows(0);
    endResetModel();
}

bool TranscriptModel::upsert(const Message& message)
{
    if (const int row = rowOf(message.id); row >= 0 && row < deliveredCount()) {
        m_messages[row] = message;
        Q_EMIT dataChanged(index(row), index(row));
        return false;
    }
    const auto end = m_messages.cbegin() + deliveredCount();
    const auto place =
        std::upper_bound(m_messages.cbegin(), end, message.seq, [](qint64 seq, const Message& each) {
            return seq < each.seq;
        });
    const int row = static_cast<int>(place - m_messages.cbegin());
    beginInsertRows({}, row, row);
    m_messages.insert(row, message);
    rebuildRows(row);
    endInsertRows();
    return true;
}

void TranscriptModel::addOutgoing(const Message& message)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_messages.append(message);
    ++m_outgoing;
    rebuildRows(row);
    endInsertRows();
}

void TranscriptModel::setOutgoingFault(const QString& id, const QString& fault)
{
    if (const int row = rowOf(id); row >= deliveredCount()) {
        m_messages[row].fault = fault;
        m_messages[row].sending = fault.isEmpty() ? Message::Sending::Underway : Message::Sending::Failed;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void TranscriptModel::removeOutgoing(const QString& id)
{
    if (const int row = rowOf(id); row >= deliveredCount()) {
        beginRemoveRows({}, row, row);
        m_messages.removeAt(row);
        m_rows.remove(id);
        --m_outgoing;
        rebuildRows(row);
        endRemoveRows();
    }
}

int TranscriptModel::rowOf(const QString& id) const
{
    return m_rows.value(id, -1);
}

qint64 TranscriptModel::newestSeq() const
{
    const int count = deliveredCount();
    return count == 0 ? 0 : m_messages.at(count - 1).seq;
}

const Message* TranscriptModel::newestOfCustomer() const
{
    for (int row = deliveredCount() - 1; row >= 0; --row) {
        if (m_messages.at(row).speaker == Message::Speaker::Customer) {
            return &m_messages.at(row);
        }
    }
    return nullptr;
}

void TranscriptModel::setUnreadAfter(qint64 seq)
{
    if (m_unreadAfter != seq) {
        m_unreadAfter = seq;
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }
}

bool TranscriptModel::isFirstUnread(int row) const
{
    return m_unreadAfter > 0 && row > 0 && row < deliveredCount() && m_messages.at(row).seq > m_unreadAfter &&
           m_messages.at(row - 1).seq <= m_unreadAfter;
}

QList<Message> TranscriptModel::delivered() const
{
    return m_messages.mid(0, deliveredCount());
}

int TranscriptModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant TranscriptModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Message& message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case Qt::AccessibleTextRole:
        return QString(message.author + QStringLiteral(": ") + displayLine(message.text));
    case IdRole:
        return message.id;
    case AuthorRole:
        return message.author;
    case TimeRole:
        return message.at();
    case KindRole:
        return message.kind;
    default:
        return {};
    }
}

void TranscriptModel::rebuildRows(int from)
{
    for (int row = from; row < m_messages.size(); ++row) {
        m_rows.insert(m_messages.at(row).id, row);
    }
}

} // namespace parley::console
