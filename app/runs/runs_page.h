// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

class QListWidget;
class QStackedWidget;

namespace parley::console {

class Banner;
class RecordTable;
class RunPanel;

/// Why the agents said what they said: a conversation, its turns, and one turn in full.
class RunsPage : public Page {
    Q_OBJECT

public:
    RunsPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    /// @param argument id of a run, or "conversation:" and the id of a conversation
    void open(const QString& argument) override;

private:
    QWidget* buildSide();
    void buildActions();
    void readRuns(const QString& conversation, const QString& wantedRun);
    void readRun(const QString& run);
    void showRuns(const QJsonArray& runs, const QString& wantedRun);
    void fail(const ApiError& error);

    Workspace& m_workspace;
    JsonListModel m_model;
    RecordTable* m_conversations;
    QListWidget* m_runs;
    Banner* m_banner;
    QStackedWidget* m_stack;
    RunPanel* m_panel;
    QString m_conversation;
    std::function<void()> m_again;
};

} // namespace parley::console
