// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QHttpMultiPart;
class QNetworkReply;
class QSslError;

namespace parley::console {

/// What came back: an answer, or why there is none.
struct ApiReply {
    int status = 0;
    QByteArray bytes;
    /// Of the answer, where it is a JSON object; empty else.
    QJsonObject object;
    QString etag;
    std::optional<ApiError> error;

    bool isOk() const { return !error; }

    /// The elements of a list's `items`.
    QJsonArray items() const { return object.value(QLatin1String("items")).toArray(); }
    /// Where the list goes on; empty at its end.
    QString nextCursor() const { return object.value(QLatin1String("next_cursor")).toString(); }
};

/// One request to the server, before it is sent.
struct ApiRequest {
    QByteArray method;
    /// Begins with "/"; ids in it need no escaping (UUIDs and references).
    QString path;
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType;
    /// Said with every attempt, so that a repeated creation happens once.
    QByteArray idempotencyKey;
    /// Milliseconds without a byte until it is given up.
    int timeoutMs = 30'000;
    /// False for signing in itself: a 401 is then the answer.
    bool isSigned = true;
};

/// The server's HTTP API, as JSON in and out.
///
/// Every request carries the access token, and the tenant an admin acts in. When the token has run out (401)
/// the requests wait, `tokenRefused` is emitted once, and they are sent again after `setAccessToken`, or fail
/// after `failWaiting`.
/// @thread GUI; nothing blocks. A `then` is called at most once, later, and not after its context has gone.
class ApiClient : public QObject {
    Q_OBJECT

public:
    using Then = std::function<void(const ApiReply&)>;
    using Progress = std::function<void(qint64 sentBytes, qint64 totalBytes)>;
    using RequestId = quint64;

    explicit ApiClient(QObject* parent = nullptr);
    ~ApiClient() override;

    /// @param server scheme, host and port, such as https://desk.example.com
    void setServer(const QUrl& server);
    QUrl server() const { return m_server; }
    void setAccessToken(const QString& token);
    QString accessToken() const { return m_token; }
    /// Every waiting request fails with 401; what `tokenRefused` asked for could not be had.
    void failWaiting();
    /// The tenant an admin acts in; empty for everybody else.
    void setTenant(const QString& tenant) { m_tenant = tenant; }
    QString tenant() const { return m_tenant; }
    /// Drops what is under way: for signing out. Nobody is called.
    void abandonAll();

    RequestId get(const QString& path, const QUrlQuery& query, QObject* context, Then then);
    RequestId get(const QString& path, QObject* context, Then then);
    /// A creation: carries an Idempotency-Key, so a repeated attempt does it once.
    RequestId post(const QString& path, const QJsonObject& body, QObject* context, Then then);
    RequestId patch(const QString& path, const QJsonObject& body, QObject* context, Then then);
    RequestId put(const QString& path, const QJsonObject& body, QObject* context, Then then);
    RequestId remove(const QString& path, QObject* context, Then then);
    RequestId send(ApiRequest request, QObject* context, Then then);
    /// @param parts owned by this from now on @param idempotencyKey of the file, not of the attempt: one that
    /// is sent again is taken once
    RequestId upload(const QString& path,
                     QHttpMultiPart* parts,
                     const QByteArray& idempotencyKey,
                     QObject* context,
                     Progress progress,
                     Then then);
    /// Its `then` is not called any more; unknown and finished ones are ignored.
    void cancel(RequestId id);

    /// The server's time now, by the Date of its answers: this computer's clock may be wrong.
    QDateTime serverNow() const;
    /// How far this computer's clock is ahead of the server's, in seconds.
    qint64 clockSkewS() const;
    /// As the last answer said ("1.0"); empty before the first.
    QString serverProtocol() const { return m_protocol; }

Q_SIGNALS:
    /// The access token is no longer taken; requests wait for another.
    void tokenRefused();
    /// A request reached the server, or did not.
    void reachabilityChanged(bool isReachable);
    /// The server's protocol became known, or another.
    void protocolSeen(const QString& version);

private:
    struct Pending {
        ApiRequest request;
        QPointer<QObject> context;
        Then then;
        QPointer<QNetworkReply> reply;
        QPointer<QHttpMultiPart> parts;
        Progress progress;
        QString tokenUsed;
        QList<QSslError> tlsErrors;
        bool hasContext = false;
        int attempts = 0;
    };

    void start(RequestId id);
    void finished(RequestId id, QNetworkReply* reply);
    void answer(RequestId id, ApiReply reply);
    ApiError errorOf(const Pending& pending, QNetworkReply* reply, int status, const QJsonObject& body) const;
    void readHeaders(QNetworkReply* reply);
    QNetworkRequest networkRequest(const ApiRequest& request) const;

    QNetworkAccessManager m_network;
    QUrl m_server;
    QString m_token;
    QString m_tenant;
    QString m_protocol;
    QHash<RequestId, Pending> m_pending;
    QList<RequestId> m_waiting;
    RequestId m_lastId = 0;
    bool m_isRefreshing = false;
    bool m_isReachable = true;
    /// Server's Date minus a clock that only goes forward, in milliseconds; set by the first answer.
    std::optional<qint64> m_serverEpochMs;
    QElapsedTimer m_monotonic;
};

} // namespace parley::console
