// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace parley::test {

/// A server for the console's tests, on loopback: answers what it was told to, remembers what it was asked,
/// and pushes events over `/ws`. Knows `POST /oauth/token` and `GET /me` by itself (a supporter of tenant
/// t-1).
/// @thread the test's
class FakeApi : public QObject {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QString path;
        QUrlQuery query;
        /// Names in lower case.
        QHash<QByteArray, QByteArray> headers;
        QByteArray body;
        QJsonObject json() const;
    };
    struct Answer {
        int status = 200;
        QJsonObject body;
        QHash<QByteArray, QByteArray> headers;
        /// The connection ends instead of an answer.
        bool isCut = false;
    };
    using Handler = std::function<Answer(const Request&)>;

    FakeApi();
    ~FakeApi() override;

    QUrl url() const;
    /// @param path exactly, without its query; a later one replaces an earlier one
    void on(const QByteArray& method, const QString& path, Handler handler);
    void on(const QByteArray& method, const QString& path, const QJsonObject& body, int status = 200);
    /// What nothing else answers; without it that is a 404.
    void otherwise(Handler handler) { m_otherwise = std::move(handler); }
    /// A list's answer.
    static QJsonObject list(const QList<QJsonObject>& items, const QString& nextCursor = {});
    static Answer problem(int status,
                          const QString& code,
                          const QString& detail,
                          const QHash<QString, QString>& fields = {});

    const QList<Request>& requests() const { return m_requests; }
    /// Of this method and path, oldest first.
    QList<Request> requests(const QByteArray& method, const QString& path) const;
    void forget() { m_requests.clear(); }

    /// To every link that has subscribed to the topic; numbered by itself unless `seq` says otherwise (0: not
    /// numbered).
    void push(const QString& topic, const QJsonObject& event, qint64 seq = -1);
    void dropLinks();
    int links() const { return static_cast<int>(m_links.size()); }
    /// Frames that the console sent, as JSON.
    const QList<QJsonObject>& frames() const { return m_frames; }
    /// Neither requests nor links get through until it is called with false.
    void setUnreachable(bool isUnreachable);

private:
    void accept();
    void read(QTcpSocket* socket);
    void respond(QTcpSocket* socket, const Request& request);
    void greet();
    void readFrame(QWebSocket* link, const QString& text);

    QTcpServer m_server;
    QWebSocketServer m_live;
    QHash<QString, Handler> m_handlers;
    Handler m_otherwise;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<Request> m_requests;
    QList<QPointer<QWebSocket>> m_links;
    QList<QJsonObject> m_frames;
    QHash<QString, qint64> m_seqs;
    QHash<QString, QList<QJsonObject>> m_log;
    quint16 m_port = 0;
};

} // namespace parley::test
