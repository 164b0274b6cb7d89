// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

#include <QAbstractListModel>
#include <QHash>

namespace parley::console {

/// The pages a person may see, below the headings of their sections.
class NavigationModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PageIdRole = Qt::UserRole + 1, IsHeadingRole, CountRole, IconNameRole };

    using QAbstractListModel::QAbstractListModel;

    /// In the order they are shown; a section's pages stand together.
    void setPages(const QList<PageEntry>& pages);
    void setCount(const QString& page, int count);
    int rowOf(const QString& page) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString pageId;
        QString title;
        QString icon;
        QString keys;
    };

    QList<Row> m_rows;
    QHash<QString, int> m_counts;
};

} // namespace parley::console
