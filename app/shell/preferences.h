// SPDX-License-Identifier: MIT
#pragma once

#include "app/style/theme.h"

#include <QObject>
#include <QString>

class QSettings;

namespace parley::console {

/// What this person chose on this computer, with what holds while nothing was chosen.
class Preferences : public QObject {
    Q_OBJECT

public:
    /// @param settings outlives this
    explicit Preferences(QSettings& settings, QObject* parent = nullptr);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /// "en", "de", "es", "fr"; empty: the system's.
    QString language() const;
    void setLanguage(const QString& language);
    bool isNotifying() const;
    void setNotifying(bool isNotifying);
    bool hasSound() const;
    void setSound(bool hasSound);
    /// Closing the window leaves the console in the tray.
    bool staysInTray() const;
    void setStaysInTray(bool stays);
    /// Enter sends and Shift+Enter makes a line; else Ctrl+Enter sends.
    bool sendsByEnter() const;
    void setSendsByEnter(bool sends);

Q_SIGNALS:
    void changed();

private:
    bool flag(const char* name, bool otherwise) const;
    void set(const char* name, const QVariant& value);

    QSettings& m_settings;
};

} // namespace parley::console
