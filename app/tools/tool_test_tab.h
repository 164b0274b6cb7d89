// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace parley::console {

class Badge;
class Banner;
class Form;
class PlainLabel;

/// Calls a tool with what one fills in, by its schema, and shows what came back.
class ToolTestTab : public QWidget {
    Q_OBJECT

public:
    explicit ToolTestTab(Workspace& workspace, QWidget* parent = nullptr);

    /// As it is saved.
    void setTool(const QJsonObject& tool);
    void setUnsaved(bool isUnsaved);

private:
    void buildFields();
    void call();
    void answered(const ApiReply& reply);

    Workspace& m_workspace;
    QJsonObject m_tool;
    Form* m_form = nullptr;
    QVBoxLayout* m_fields;
    PlainLabel* m_about;
    QCheckBox* m_dry;
    QPushButton* m_call;
    Banner* m_banner;
    QWidget* m_result;
    Badge* m_status;
    PlainLabel* m_facts;
    QPlainTextEdit* m_output;
    quint64 m_shown = 0;
};

} // namespace parley::console
