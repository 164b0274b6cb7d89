// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"

#include <QJsonObject>
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
    /// For screen readers: what these are.
    void setName(const QString& name);

Q_SIGNALS:
    void currentChanged(const QJsonObject& object);
    void opened(const QJsonObject& object);

private:
    void update();
    void fail(const ApiError& error);

    JsonListModel& m_model;
    EmptyState* m_empty;
    QTreeView* m_view;
    Banner* m_banner;
    QStackedLayout* m_stack;
};

} // namespace parley::console
