// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>
#include <QTimer>

namespace parley::console {

/// Puts a text on the clipboard, and says for a moment that it did.
class CopyButton : public QPushButton {
    Q_OBJECT

public:
    /// @param label what is copied, such as "Copy the code"
    explicit CopyButton(const QString& label, QWidget* parent = nullptr);
    void setContent(const QString& content) { m_content = content; }

private:
    QString m_label;
    QString m_content;
    QTimer m_back;
};

} // namespace parley::console
