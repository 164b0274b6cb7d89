// SPDX-License-Identifier: MIT
#pragma once

#include "app/audit/diff_model.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QTreeView;

namespace parley::console {

class PlainLabel;

/// One entry of the trail in full: who, from where, and what was before and after.
class AuditPanel : public QWidget {
    Q_OBJECT

public:
    explicit AuditPanel(QWidget* parent = nullptr);
    void setEntry(const QJsonObject& entry);

private:
    void showLines();

    DiffModel m_model;
    QJsonObject m_entry;
    PlainLabel* m_title;
    PlainLabel* m_facts;
    PlainLabel* m_nothing;
    QCheckBox* m_onlyChanges;
    QTreeView* m_view;
};

} // namespace parley::console
