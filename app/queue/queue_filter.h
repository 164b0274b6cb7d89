// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

namespace parley::console {

/// Which cases of the queue are shown: those that wait, one's own, or all; of every team, or one.
class QueueFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Shown { Waiting, Mine, All };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOwnId(const QString& id);
    void setShown(Shown shown);
    Shown shown() const { return m_shown; }
    /// Empty: every team.
    void setTeam(const QString& team);
    QString team() const { return m_team; }
    /// How many there would be.
    int count(Shown shown) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool accepts(int row, Shown shown) const;

    QString m_ownId;
    QString m_team;
    Shown m_shown = Shown::Waiting;
};

} // namespace parley::console
