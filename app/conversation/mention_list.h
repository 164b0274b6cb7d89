// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/colleague_book.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QStyledItemDelegate>

class QListView;

namespace parley::console {

/// The colleagues who match what is typed.
class MentionModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { EmailRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    void setFellows(const QList<Fellow>& fellows);
    const Fellow& fellow(int row) const { return m_fellows.at(row); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<Fellow> m_fellows;
};

/// Name and address in one line.
class MentionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The list of colleagues above the composer. It takes no focus: whoever types goes on typing, and the arrow
/// keys choose.
class MentionList : public QFrame {
    Q_OBJECT

public:
    explicit MentionList(QWidget* parent);
    /// Shows these above `edge`, whose upper side it stands on; hides where there are none.
    void offer(const QList<Fellow>& fellows, const QWidget* edge);
    /// A key of the composer. @return whether it was for this list
    bool handleKey(int key);

Q_SIGNALS:
    void chosen(const parley::console::Fellow& fellow);

private:
    void choose(int row);

    MentionModel m_model;
    QListView* m_view;
};

} // namespace parley::console
