// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

/// The people of an organisation: who they are, what they may, and whether they may sign in.
class UserPage : public ResourcePage {
    Q_OBJECT

public:
    UserPage(Workspace& workspace, QWidget* parent);

protected:
    void shown(const QJsonObject& user) override;
};

} // namespace parley::console
