// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

namespace parley::console {

/// How a link that died without a word is noticed.
struct LinkPatience {
    /// Between pings. The server pings every 20 s; proxies that cut what is silent for 30 s must hear us too.
    int pulseMs = 10'000;
    /// Nothing heard for so long: the link is dead, whatever the system says.
    qint64 silentMs = 45'000;
};

/// The server's live link (`GET /ws`): what happens, as it happens, without gaps.
///
/// Topics are `queue`, `presence` and `conversation:<id>`. After a break the link comes back by itself and
/// asks for what was missed by each topic's number; a number that is skipped is asked for again. Where the
/// server no longer keeps what was missed it says `resync`, and whoever shows the topic reads it anew by
/// HTTP.
/// @thread GUI
class LiveLink : public QObject {
    Q_OBJECT

public:
    enum class State { Off, Connecting, Online };

    explicit LiveLink(QObject* parent = nullptr, const LinkPatience& patience = {});
    ~LiveLink() override;

    /// Connects, and stays connected until `close`. A second call changes server or token.
    /// @param server as ApiClient::setServer takes it
    void open(const QUrl& server, const QString& accessToken, const QString& tenant);
    /// Used at the next connection; the present one goes on.
    void setAccessToken(const QString& token) { m_token = token; }
    void close();

    State state() const { return m_state; }
    /// Since when there is no link; invalid while there is one.
    QDateTime offlineSince() const { return m_offlineSince; }
    /// What the server can do, by name, as its hello said.
    QStringList features() const { return m_features; }
    /// As its last hello said ("1.0"); empty before the first.
    QString protocol() const { return m_protocol; }

    /// Counted: each subscribe needs its unsubscribe.
    void subscribe(const QString& topic);
    void unsubscribe(const QString& topic);
    /// The topic's next first subscription begins behind this number instead of now: what was missed since
    /// then comes. @param seq -1: from now on
    void resumeFrom(const QString& topic, qint64 seq);
    /// The last number seen of the topic; -1: none.
    qint64 seqOf(const QString& topic) const;
    static QString conversationTopic(const QString& conversation);

    /// Which conversation is looked at, written in; empty: none. Kept and said again after a break.
    void setViewing(const QString& conversation);
    void setComposing(const QString& conversation);
    QString viewing() const { return m_viewing; }
    QString composing() const { return m_composing; }
    /// To the customer; not repeated after a break.
    void sendTyping(const QString& conversation, bool isTyping);

Q_SIGNALS:
    void stateChanged(parley::console::LiveLink::State state);
    /// @param seq 0 for what is not numbered (typing, presence)
    void event(const QString& topic, qint64 seq, const QJsonObject& event);
    /// Read this topic anew: what was missed is no longer kept. Also emitted at a topic's first subscription.
    void resync(const QString& topic);
    /// The server does not let this topic be heard: it is gone, or another tenant's.
    void refused(const QString& topic);
    /// Another conversation is looked at here; empty: none.
    void viewingChanged(const QString& conversation);
    /// The server took the token no longer; `open` or `setAccessToken` bring another.
    void tokenRefused();

private:
    struct Topic {
        int users = 0;
        /// Last number seen; -1: not subscribed yet.
        qint64 seq = -1;
        bool isSubscribed = false;
        /// It has not been answered since it began: whoever shows it reads it by HTTP first.
        bool isFirst = true;
    };

    void connectNow();
    void disconnected();
    void retryLater();
    void read(const QString& text);
    void readEvent(const QJsonObject& frame);
    void ask(const QStringList& topics);
    void send(const QJsonObject& frame);
    void setState(State state);
    void watchSilence();

    QWebSocket m_socket;
    QTimer m_retry;
    QTimer m_pulse;
    LinkPatience m_patience;
    QElapsedTimer m_lastHeard;
    QUrl m_server;
    QString m_token;
    QString m_tenant;
    QStringList m_features;
    QString m_protocol;
    QHash<QString, Topic> m_topics;
    QHash<QString, qint64> m_resume;
    QString m_viewing;
    QString m_composing;
    QDateTime m_offlineSince;
    State m_state = State::Off;
    int m_failures = 0;
    bool m_isWanted = false;
};

} // namespace parley::console
