// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

class QComboBox;

namespace parley::console {

class EmptyState;
class FeedbackPanel;
class RecordTable;

/// What customers thought of answers: the list by rating, and the chosen one to be corrected.
class FeedbackPage : public Page {
    Q_OBJECT

public:
    FeedbackPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    QString unsaved() const override;

private:
    QWidget* buildList();
    void buildActions();
    void filter();

    Workspace& m_workspace;
    JsonListModel m_model;
    QComboBox* m_rating;
    EmptyState* m_empty;
    RecordTable* m_table;
    FeedbackPanel* m_panel;
};

} // namespace parley::console
