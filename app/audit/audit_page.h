// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

namespace parley::console {

class AuditFilterBar;
class AuditPanel;
class EmptyState;
class RecordTable;

/// Who did what when, and what it was before and after.
class AuditPage : public Page {
    Q_OBJECT

public:
    AuditPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    /// @param argument id of an object
    void open(const QString& argument) override;

private:
    void buildActions();
    void filter();
    void exportList();

    Workspace& m_workspace;
    JsonListModel m_model;
    AuditFilterBar* m_filter;
    EmptyState* m_empty;
    RecordTable* m_table;
    AuditPanel* m_panel;
};

} // namespace parley::console
