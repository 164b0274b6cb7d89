// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QTreeWidget>

namespace parley::console {

/// The steps of a turn: name, time, and below each, opened on demand, what went in and came out.
class TraceTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit TraceTree(QWidget* parent = nullptr);
    void setNodes(const QJsonArray& nodes);

private:
    void fill(QTreeWidgetItem* item, const QString& name, const QJsonValue& value);
    void fillChildren(QTreeWidgetItem* item, const QJsonValue& value);
};

/// A JSON value on one line, as a person reads it.
QString shortJson(const QJsonValue& value);

} // namespace parley::console
