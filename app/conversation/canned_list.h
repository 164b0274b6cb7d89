// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/canned_responses.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QStyledItemDelegate>

class QListView;

namespace parley::console {

class PlainLabel;

/// The canned responses that match what is typed.
class CannedModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole + 1, TextRole };

    using QAbstractListModel::QAbstractListModel;

    void setResponses(const QList<CannedResponse>& responses);
    const CannedResponse& response(int row) const { return m_responses.at(row); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<CannedResponse> m_responses;
};

/// Two lines: shortcut and title, and how the text begins.
class CannedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The list above the composer. It takes no focus: whoever types goes on typing, and the arrow keys choose.
class CannedList : public QFrame {
    Q_OBJECT

public:
    explicit CannedList(QWidget* parent);

    /// Shows these above `edge`, whose upper side it stands on.
    void offer(const QList<CannedResponse>& responses, const QWidget* edge);
    bool isOffering() const { return isVisible(); }
    /// A key of the composer. @return whether it was for this list
    bool handleKey(int key);

Q_SIGNALS:
    void chosen(const parley::console::CannedResponse& response);

private:
    void choose(int row);

    CannedModel m_model;
    QListView* m_view;
    PlainLabel* m_empty;
};

} // namespace parley::console
