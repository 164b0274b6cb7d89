// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/resource_page.h"

namespace parley::console {

class PlainLabel;

/// Texts that supporters send often, by a shortcut.
class CannedPage : public ResourcePage {
    Q_OBJECT

public:
    CannedPage(Workspace& workspace, QWidget* parent);

    /// The text with its placeholders filled by an example, as the person will see it in the composer.
    static QString example(const QString& text);

protected:
    void shown(const QJsonObject& response) override;

private:
    void preview();

    PlainLabel* m_preview;
};

} // namespace parley::console
