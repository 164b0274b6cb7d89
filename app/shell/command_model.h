// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QList>
#include <QPointer>

namespace parley::console {

/// Commands, best match first.
class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeysRole = Qt::UserRole + 1 };

    explicit CommandModel(const QList<QAction*>& commands, QObject* parent = nullptr);
    void setTyped(const QString& typed);
    QAction* command(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<QPointer<QAction>> m_all;
    QList<QPointer<QAction>> m_shown;
};

/// An action's text without the mark of its key.
QString commandText(const QAction& command);

} // namespace parley::console
