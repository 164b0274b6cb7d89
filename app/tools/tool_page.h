// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

class ToolConfigPages;
class ToolTestTab;

/// The tools that agents may call: what they need to know, how they are called, and a call to try.
class ToolPage : public ResourcePage {
    Q_OBJECT

public:
    ToolPage(Workspace& workspace, QWidget* parent);

protected:
    void shown(const QJsonObject& resource) override;
    QJsonObject creation() const override;
    QJsonObject changes() const override;

private:
    void buildForm();
    void addSchema();

    ToolConfigPages* m_config = nullptr;
    ToolTestTab* m_test;
};

} // namespace parley::console
