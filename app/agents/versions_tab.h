// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

class QPushButton;

namespace parley::console {

class DiffView;
class JsonListModel;
class PlainLabel;
class RecordTable;

/// What an agent was: its versions, what each differs in from the present one, and the way back.
class VersionsTab : public QWidget {
    Q_OBJECT

public:
    explicit VersionsTab(Workspace& workspace, QWidget* parent = nullptr);
    ~VersionsTab() override;

    /// As it is saved; its versions are read when the tab is shown.
    void setAgent(const QJsonObject& agent);

Q_SIGNALS:
    /// The person wants the agent to be again what it was.
    void rollbackWanted(qint64 version);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void compare(const QJsonObject& version);

    std::unique_ptr<JsonListModel> m_model;
    QJsonObject m_agent;
    bool m_isStale = true;
    RecordTable* m_table;
    PlainLabel* m_heading;
    DiffView* m_diff;
    QPushButton* m_back;
};

} // namespace parley::console
