// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/workspace.h"

#include <QTabWidget>

class QStackedLayout;

namespace parley::console {

class EmptyState;
class RecordTable;

/// What a customer wrote and thought, over all channels: conversations, tickets, feedback, a tab each.
class CustomerHistory : public QTabWidget {
    Q_OBJECT

public:
    CustomerHistory(Workspace& workspace, QWidget* parent = nullptr);

    /// Reads everything of this customer; empty: nothing.
    void setCustomer(const QString& customer);

private:
    RecordTable*
    addTable(JsonListModel& model, const QString& icon, const QString& title, const QString& none);
    void readFeedback(const QString& cursor, int pagesLeft);

    Workspace& m_workspace;
    JsonListModel m_conversations;
    JsonListModel m_tickets;
    JsonListModel m_feedback;
    QStackedLayout* m_feedbackStack;
    QString m_customer;
};

} // namespace parley::console
