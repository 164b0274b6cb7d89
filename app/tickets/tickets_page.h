// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/customer_labels.h"
#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

namespace parley::console {

class EmptyState;
class RecordTable;
class TicketFilterBar;
class TicketPanel;

/// The cases that agents gave to people: the list, and the chosen one beside it.
class TicketsPage : public Page {
    Q_OBJECT

public:
    TicketsPage(Workspace& workspace, QWidget* parent);
    ~TicketsPage() override;

    void activate() override;
    /// @param argument id or reference of a ticket
    void open(const QString& argument) override;
    QString unsaved() const override;

private:
    void buildActions();
    void setFilter();
    void heard(const QJsonObject& event);
    void readOne(const QString& ticket, bool isWanted);

    Workspace& m_workspace;
    JsonListModel m_model;
    CustomerLabels m_names;
    TicketFilterBar* m_filter;
    EmptyState* m_empty;
    RecordTable* m_table;
    TicketPanel* m_panel;
};

} // namespace parley::console
