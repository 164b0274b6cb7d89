// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

/// Programs that call the server in this organisation's name.
class ApiClientPage : public ResourcePage {
    Q_OBJECT

public:
    ApiClientPage(Workspace& workspace, QWidget* parent);

protected:
    void shown(const QJsonObject& client) override;
    void saved(const QJsonObject& client, bool wasNew) override;

private:
    class FactList* m_facts;
};

} // namespace parley::console
