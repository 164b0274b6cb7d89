// SPDX-License-Identifier: MIT
#include "app/queue/queue_filter.h"

#include "app/queue/queue_model.h"

namespace parley::console {

void QueueFilter::setOwnId(const QString& id)
{
    m_ownId = id;
    invalidateFilter();
}

void QueueFilter::setShown(Shown shown)
{
    m_shown = shown;
    invalidateFilter();
}

void QueueFilter::setTeam(const QString& team)
{
    m_team = team;
    invalidateFilter();
}

bool QueueFilter::accepts(int row, Shown shown) const
{
    const QModelIndex at = sourceModel()->index(row, 0);
    if (!m_team.isEmpty() && at.data(QueueModel::TeamRole).toString() != m_team) {
        return false;
    }
    switch (shown) {
    case Shown::Waiting:
        return !at.data(QueueModel::AssignedRole).toBool();
    case Shown::Mine:
        return at.data(QueueModel::AssignedRole).toBool() &&
               at.data(QueueModel::AssigneeIdRole).toString() == m_ownId;
    case Shown::All:
        break;
    }
    return true;
}

int QueueFilter::count(Shown shown) const
{
    int found = 0;
    for (int row = 0; sourceModel() && row < sourceModel()->rowCount(); ++row) {
        found += accepts(row, shown) ? 1 : 0;
    }
    return found;
}

bool QueueFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return accepts(row, m_shown);
}

} // namespace parley::console
