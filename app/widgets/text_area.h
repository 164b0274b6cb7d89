// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace parley::console {

/// Some lines of plain text, as high as they are between a least and twice as many. Tab leads on.
class TextArea : public QPlainTextEdit {
    Q_OBJECT

public:
    /// @param lines its least height
    TextArea(int lines, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int m_least;
    int m_most;
};

} // namespace parley::console
