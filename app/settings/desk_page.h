// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings_page.h"

namespace parley::console {

/// How people work at the desk: what is promised, when somebody is there, who gets a case, what is kept.
class DeskPage : public SettingsPage {
    Q_OBJECT

public:
    DeskPage(Workspace& workspace, QWidget* parent);

private:
    void addPromises();
    void addCases();
    void addAbsence();
    QString named(const QString& name, const QString& label);
};

} // namespace parley::console
