// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace parley::console {

/// "?": every key that does something here.
class KeysSheet : public QDialog {
    Q_OBJECT

public:
    /// @param window of the whole program @param page of what is shown now
    KeysSheet(const QList<QAction*>& window,
              const QString& pageTitle,
              const QList<QAction*>& page,
              QWidget* parent);
};

} // namespace parley::console
