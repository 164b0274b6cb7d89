// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

class QStringListModel;

namespace parley::console {

class SandboxTab;
class ToolPicker;
class VersionsTab;

/// The agents: what each is told, may use and answers, what it was, and a chat to try it.
class AgentPage : public ResourcePage {
    Q_OBJECT

public:
    AgentPage(Workspace& workspace, QWidget* parent);

    void activate() override;

protected:
    void shown(const QJsonObject& resource) override;
    QJsonObject changes() const override;

private:
    void buildForm();
    void addPrompt();
    void addTools();
    void rollBack(qint64 version);
    void readModels();

    ToolPicker* m_tools = nullptr;
    QStringListModel* m_models = nullptr;
    VersionsTab* m_versions;
    SandboxTab* m_sandbox;
};

} // namespace parley::console
