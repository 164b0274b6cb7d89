// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

class MembersEditor;

/// Teams: who is in them, which cases come to them, when they answer, how many cases each takes at a time.
class TeamPage : public ResourcePage {
    Q_OBJECT

public:
    TeamPage(Workspace& workspace, QWidget* parent);

    void activate() override;

private:
    MembersEditor* m_members;
};

} // namespace parley::console
