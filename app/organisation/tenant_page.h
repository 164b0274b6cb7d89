// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

class FactList;

/// The organisations on this server, and what each of them may.
class TenantPage : public ResourcePage {
    Q_OBJECT

public:
    TenantPage(Workspace& workspace, QWidget* parent);

protected:
    void shown(const QJsonObject& tenant) override;
    QJsonObject changes() const override;

private:
    void addPermissions();
    void actIn();

    QWidget* m_factsBox;
    FactList* m_facts;
    QPushButton* m_act;
};

} // namespace parley::console
