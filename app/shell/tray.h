// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

class QMenu;
class QWidget;

namespace parley::console {

class Preferences;

/// A stranger's text for the platform's notification, in which many desktops read markup (pictures and links
/// too): one line without any.
QString notificationText(const QString& text);

/// The console's place in the system's tray: how many wait, as a number on the icon, and what was said by the
/// Notifier as the platform's notifications. Where there is no tray, the task bar's entry asks for attention
/// instead.
class Tray : public QObject {
    Q_OBJECT

public:
    /// @param preferences, window outlive this
    Tray(Preferences& preferences, QWidget& window, QObject* parent = nullptr);
    ~Tray() override;

    void setWaiting(int count);
    /// Notes that name this person and have not been looked at.
    void setMentions(int count);
    /// Shown while the window is not looked at; @param conversation comes back when it is clicked.
    void notify(const QString& title, const QString& text, const QString& conversation);
    bool isThere() const;

Q_SIGNALS:
    void opened();
    void conversationWanted(const QString& conversation);
    void quitWanted();

private:
    void showCounts();

    QSystemTrayIcon m_icon;
    QMenu* m_menu;
    Preferences& m_preferences;
    QWidget& m_window;
    QString m_conversation;
    int m_waiting = 0;
    int m_mentions = 0;
};

/// The product's icon with a number on it; 0: none.
QIcon countedIcon(int count);

} // namespace parley::console
