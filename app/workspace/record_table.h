// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"

#include <QJsonObject>
#include <QList>
#include <QWidget>

class QStackedLayout;
class QTreeView;

namespace parley::console {

class Banner;
class EmptyState;
class JsonListModel;

/// A JsonListModel as a table, with what stands there while it is empty, and what went wrong above it. Enter
/// or a double click opens a row.
class RecordTable : public QWidget {
    Q_OBJECT

public:
    /// @param model outlives this @param empty shown while there are no rows; owned by this
    RecordTable(JsonListModel& model, EmptyState* empty, QWidget* parent = nullptr);

    QTreeView& view() { return *m_view; }
    EmptyState& emptyState() { return *m_empty; }
    /// The row that is chosen; empty: none.
    QJsonObject current() const;
    void select(const QString& id);
    /// What columns take in English; 0: hidden. In another language each is as wide as its title, and half as
    /// wide again where the first rows need it. Where the column that stretches is left too little, the last
    /// ones are hidden until there is room again.
    void setColumnWidths(const QList<int>& widths);
    /// For screen readers: what these are.
    void setName(const QString& name);

Q_SIGNALS:
    void currentChanged(const QJsonObject& object);
    void opened(const QJsonObject& object);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void update();
    void fitColumns();
    void giveRoom();
    void fail(const ApiError& error);

    JsonListModel& m_model;
    EmptyState* m_empty;
    QTreeView* m_view;
    Banner* m_banner;
    QStackedLayout* m_stack;
    QList<int> m_widths;
    /// The same, for this language and these rows.
    QList<int> m_fitted;
    bool m_areFitted = false;
};

} // namespace parley::console
