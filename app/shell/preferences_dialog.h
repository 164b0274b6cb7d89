// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace parley::console {

class Preferences;

/// What a person may choose on this computer; each choice holds at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    /// @param preferences outlives this
    PreferencesDialog(Preferences& preferences, QWidget* parent);
};

} // namespace parley::console
