// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace parley::console {

/// Opens and closes what stands below it: checked is open. Qt's own arrow would stand on the wrong side where
/// one reads from the right.
class FoldButton : public QToolButton {
    Q_OBJECT

public:
    /// @param text any text, shown as it is
    explicit FoldButton(const QString& text, QWidget* parent = nullptr);
};

} // namespace parley::console
