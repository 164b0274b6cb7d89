// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/message.h"

#include <QFrame>

namespace parley::console {

/// What an answer rests on: title, passage, page and score. Closes at a click elsewhere and at Escape.
class SourcePopup : public QFrame {
    Q_OBJECT

public:
    SourcePopup(const Source& source, int number, QWidget* parent);
    /// @param near in global coordinates; it is shown below it, or above where there is no room
    void showNear(const QRect& near);
};

} // namespace parley::console
