// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

/// What goes to a person at once: the rules that come with the product, and the organisation's own.
class RulePage : public ResourcePage {
    Q_OBJECT

public:
    RulePage(Workspace& workspace, QWidget* parent);

    void activate() override;

protected:
    void shown(const QJsonObject& rule) override;

private:
    bool isShipped() const;
    bool hasCondition();
    void putBack();
    void reallyPutBack();

    QPushButton* m_putBack;
};

} // namespace parley::console
