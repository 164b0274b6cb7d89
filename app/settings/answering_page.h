// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings/settings_page.h"

namespace parley::console {

class ThresholdPreview;

/// How customers are answered: from which confidence on, from what is remembered, and what goes to a person
/// at once.
class AnsweringPage : public SettingsPage {
    Q_OBJECT

public:
    AnsweringPage(Workspace& workspace, QWidget* parent);

protected:
    void loaded(const QJsonObject& settings) override;

private:
    void buildForm();

    ThresholdPreview* m_preview;
    PlainLabel* m_fit;
};

} // namespace parley::console
