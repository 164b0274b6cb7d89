// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

struct FormField;

/// The golden questions themselves: what is asked, and what is expected of the answer.
class GoldenQuestions : public ResourcePage {
    Q_OBJECT

public:
    GoldenQuestions(Workspace& workspace, QWidget* parent);

    void activate() override;

private:
    void buildForm();
    void readChoices();

    FormField* m_agents = nullptr;
    FormField* m_documents = nullptr;
};

} // namespace parley::console
