// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

namespace parley::console {

class Banner;
class CustomerPanel;
class RecordTable;
class SearchField;

/// The customers: found by e-mail address, number or id, or in the list; the chosen one beside it.
class CustomersPage : public Page {
    Q_OBJECT

public:
    CustomersPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    /// @param argument id of a customer
    void open(const QString& argument) override;
    QString unsaved() const override;

private:
    QWidget* buildList();
    void buildActions();
    void search(const QString& typed);
    void filter();
    void lookUp(const QString& typed);
    void choose(const QString& id);

    Workspace& m_workspace;
    JsonListModel m_model;
    SearchField* m_search;
    Banner* m_banner;
    RecordTable* m_table;
    CustomerPanel* m_panel;
    /// What is searched for; empty: everybody is shown.
    QString m_typed;
};

} // namespace parley::console
