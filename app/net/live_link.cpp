// SPDX-License-Identifier: MIT
#include "app/net/live_link.h"

#include "app/net/json.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

namespace parley::console {

namespace {

constexpr int kFirstRetryMs = 300;
constexpr int kLongestRetryMs = 15'000;
constexpr int kMostDoublings = 6;
constexpr int kUnauthorized = 401;
/// The server's close code when the token was revoked or ran out.
constexpr int kTokenRevoked = 4001;

} // namespace

LiveLink::LiveLink(QObject* parent, const LinkPatience& patience) : QObject(parent), m_patience(patience)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LiveLink::connectNow);
    m_pulse.setInterval(m_patience.pulseMs);
    connect(&m_pulse, &QTimer::timeout, this, &LiveLink::watchSilence);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &LiveLink::read);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_lastHeard.start(); });
    connect(&m_socket, &QWebSocket::connected, this, [this] { m_lastHeard.start(); });
    connect(&m_socket, &QWebSocket::disconnected, this, &LiveLink::disconnected);
    const auto failed = [this](QAbstractSocket::SocketError) {
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            disconnected();
        }
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, failed);
#else
    connect(&m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, failed);
#endif
}

LiveLink::~LiveLink()
{
    // The socket says once more that it disconnects, when the rest of this has gone.
    m_socket.disconnect(this);
}

void LiveLink::open(const QUrl& server, const QString& accessToken, const QString& tenant)
{
    close();
    m_server = server;
    m_token = accessToken;
    m_tenant = tenant;
    m_isWanted = true;
    m_failures = 0;
    connectNow();
}

void LiveLink::close()
{
    m_isWanted = false;
    m_retry.stop();
    m_pulse.stop();
    m_socket.abort();
    for (Topic& topic : m_topics) {
        topic = Topic{topic.users, -1, false, true};
    }
    m_offlineSince = {};
    setState(State::Off);
}

void LiveLink::connectNow()
{
    setState(State::Connecting);
    // Neither the handshake nor the hello may take longer than any other silence.
    m_lastHeard.start();
    m_pulse.start();
    QUrl url = m_server;
    url.setScheme(m_server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/ws"));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    if (!m_tenant.isEmpty()) {
        request.setRawHeader("X-Tenant", m_tenant.toUtf8());
    }
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("parley.v1")});
    m_socket.open(request, options);
}

void LiveLink::disconnected()
{
    m_pulse.stop();
    for (Topic& topic : m_topics) {
        topic.isSubscribed = false;
    }
    if (!m_isWanted || m_retry.isActive()) {
        return;
    }
    const bool isRefused = m_socket.errorString().contains(QString::number(kUnauthorized)) ||
                           static_cast<int>(m_socket.closeCode()) == kTokenRevoked;
    if (isRefused) {
        Q_EMIT tokenRefused();
    }
    retryLater();
}

void LiveLink::retryLater()
{
    if (!m_offlineSince.isValid()) {
        m_offlineSince = QDateTime::currentDateTimeUtc();
    }
    setState(State::Connecting);
    const int ceiling = std::min(kLongestRetryMs, kFirstRetryMs << std::min(m_failures, kMostDoublings));
    ++m_failures;
    // Full jitter: after a server's restart its consoles shall not come back all at once.
    m_retry.start(kFirstRetryMs + static_cast<int>(QRandomGenerator::global()->bounded(ceiling)));
}

void LiveLink::watchSilence()
{
    if (m_lastHeard.isValid() && m_lastHeard.elapsed() > m_patience.silentMs) {
        m_socket.abort();
        disconnected();
        return;
    }
    if (m_socket.state() == QAbstractSocket::ConnectedState) {
        m_socket.ping();
    }
}

void LiveLink::read(const QString& text)
{
    m_lastHeard.start();
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString type = json::text(frame, QLatin1String("type"));
    if (type == QLatin1String("event")) {
        readEvent(frame);
    } else if (type == QLatin1String("hello")) {
        m_features = json::texts(frame, QLatin1String("features"));
        m_protocol = json::text(frame, QLatin1String("protocol"));
        m_failures = 0;
        m_offlineSince = {};
        m_pulse.start();
        setState(State::Online);
        ask(m_topics.keys());
        setViewing(m_viewing);
        setComposing(m_composing);
    } else if (type == QLatin1String("subscribed")) {
        const QJsonObject begins = json::object(frame, QLatin1String("seq"));
        for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
            const auto topic = m_topics.find(begin.key());
            if (topic == m_topics.end() || !topic->isFirst) {
                continue;
            }
            topic->isFirst = false;
            if (topic->seq < 0) {
                topic->seq = begin.value().toInteger();
            }
            Q_EMIT resync(begin.key());
        }
    } else if (type == QLatin1String("resync")) {
        const QString name = json::text(frame, QLatin1String("topic"));
        if (const auto topic = m_topics.find(name); topic != m_topics.end()) {
            topic->seq = json::integer(frame, QLatin1String("seq"));
            topic->isFirst = false;
            Q_EMIT resync(name);
        }
    } else if (type == QLatin1String("error") && m_topics.contains(json::text(frame, QLatin1String("id")))) {
        Q_EMIT refused(json::text(frame, QLatin1String("id")));
    } else if (type == QLatin1String("unsubscribed")) {
        for (const QString& name : json::texts(frame, QLatin1String("topics"))) {
            if (const auto topic = m_topics.find(name); topic != m_topics.end()) {
                topic->isSubscribed = false;
            }
        }
    }
}

void LiveLink::readEvent(const QJsonObject& frame)
{
    const QString name = json::text(frame, QLatin1String("topic"));
    const auto topic = m_topics.find(name);
    if (topic == m_topics.end()) {
        return;
    }
    const qint64 seq = json::integer(frame, QLatin1String("seq"));
    if (seq > 0) {
        if (seq <= topic->seq) {
            return; // seen before the break
        }
        if (topic->seq >= 0 && seq > topic->seq + 1) {
            ask({name}); // something is missing: have it all again from the last that was seen
            return;
        }
        topic->seq = seq;
    }
    Q_EMIT event(name, seq, json::object(frame, QLatin1String("event")));
}

void LiveLink::ask(const QStringList& topics)
{
    if (topics.isEmpty() || m_state != State::Online) {
        return;
    }
    // One frame each: a topic that is refused must not keep the others from being heard.
    for (const QString& name : topics) {
        Topic& topic = m_topics[name];
        topic.isSubscribed = true;
        if (topic.isFirst && topic.seq < 0) {
            topic.seq = m_resume.value(name, -1);
        }
        QJsonObject frame{{QStringLiteral("type"), QStringLiteral("subscribe")},
                          {QStringLiteral("id"), name},
                          {QStringLiteral("topics"), QJsonArray{name}}};
        if (topic.seq >= 0) {
            frame.insert(QStringLiteral("after"), QJsonObject{{name, topic.seq}});
        }
        send(frame);
    }
}

void LiveLink::send(const QJsonObject& frame)
{
    if (m_state == State::Online) {
        m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
}

QString LiveLink::conversationTopic(const QString& conversation)
{
    return QStringLiteral("conversation:") + conversation;
}

void LiveLink::subscribe(const QString& topic)
{
    Topic& known = m_topics[topic];
    if (++known.users == 1 && !known.isSubscribed) {
        ask({topic});
    }
}

void LiveLink::unsubscribe(const QString& topic)
{
    const auto known = m_topics.find(topic);
    if (known == m_topics.end() || --known->users > 0) {
        return;
    }
    m_topics.erase(known);
    send({{QStringLiteral("type"), QStringLiteral("unsubscribe")},
          {QStringLiteral("topics"), QJsonArray{topic}}});
}

void LiveLink::resumeFrom(const QString& topic, qint64 seq)
{
    if (seq < 0) {
        m_resume.remove(topic);
    } else {
        m_resume.insert(topic, seq);
    }
}

qint64 LiveLink::seqOf(const QString& topic) const
{
    const auto known = m_topics.constFind(topic);
    return known == m_topics.constEnd() ? -1 : known->seq;
}

void LiveLink::setViewing(const QString& conversation)
{
    const bool isOther = m_viewing != conversation;
    m_viewing = conversation;
    send({{QStringLiteral("type"), QStringLiteral("viewing")},
          {QStringLiteral("conversation"), conversation}});
    if (isOther) {
        Q_EMIT viewingChanged(conversation);
    }
}

void LiveLink::setComposing(const QString& conversation)
{
    m_composing = conversation;
    send({{QStringLiteral("type"), QStringLiteral("composing")},
          {QStringLiteral("conversation"), conversation}});
}

void LiveLink::sendTyping(const QString& conversation, bool isTyping)
{
    send({{QStringLiteral("type"), QStringLiteral("typing")},
          {QStringLiteral("conversation"), conversation},
          {QStringLiteral("typing"), isTyping}});
}

void LiveLink::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

} // namespace parley::console
