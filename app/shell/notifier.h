// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace parley::console {

class ApiClient;
class LiveLink;
class Session;

/// Watches the queue and says what a supporter must hear of although the window is not looked at: a case that
/// waits, one that was given to them, one whose answer is nearly due. Each is said once and counted until
/// somebody took it.
/// @thread GUI
class Notifier : public QObject {
    Q_OBJECT

public:
    /// @param api, live, session outlive this
    Notifier(ApiClient& api, LiveLink& live, Session& session, QObject* parent = nullptr);

    /// Cases that wait for anybody.
    int waiting() const { return static_cast<int>(m_waiting.size()); }

Q_SIGNALS:
    /// @param conversation to open when it is clicked
    void notify(const QString& title, const QString& text, const QString& conversation);
    void waitingChanged(int count);

private:
    struct Case {
        QString conversation;
        QString subject;
        QString assignee;
        QDateTime due;
        bool isWarned = false;
    };

    void begin();
    void end();
    void readSoon();
    void read();
    void take(const QJsonArray& cases);
    void warnOfDue();

    ApiClient& m_api;
    LiveLink& m_live;
    Session& m_session;
    QHash<QString, Case> m_cases;
    QSet<QString> m_waiting;
    /// Conversations whose owner this person has just changed, here or on another console: no news.
    QSet<QString> m_ownDoing;
    QTimer m_soon;
    QTimer m_due;
    bool m_hasRead = false;
    bool m_isReading = false;
};

} // namespace parley::console
