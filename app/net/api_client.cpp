// SPDX-License-Identifier: MIT
#include "app/net/api_client.h"

#include <QHttpMultiPart>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkReply>
#include <QSslError>
#include <QTimeZone>
#include <QUuid>

#include <utility>

namespace parley::console {

namespace {

constexpr int kUnauthorized = 401;
constexpr int kServerError = 500;
/// A request whose token ran out is sent once more with the new one, and then it fails.
constexpr int kMostAttempts = 2;
constexpr int kUploadTimeoutMs = 120'000;

QByteArray compact(const QJsonObject& body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

ApiRequest jsonRequest(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.body = compact(body);
    request.contentType = "application/json";
    return request;
}

/// A page where an answer was asked for: what hotels, trains and proxies put in the way.
bool isForeignPage(const QNetworkReply& reply)
{
    const QByteArray type = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
    return !reply.hasRawHeader("Parley-Protocol") && type.startsWith("text/html");
}

QString tlsReason(const QList<QSslError>& errors)
{
    QStringList reasons;
    for (const QSslError& each : errors) {
        if (!reasons.contains(each.errorString())) {
            reasons.append(each.errorString());
        }
    }
    return reasons.join(QLatin1Char('\n'));
}

} // namespace

ApiClient::ApiClient(QObject* parent) : QObject(parent)
{
    m_monotonic.start();
    m_network.setAutoDeleteReplies(false);
    // A redirect would carry the token to wherever it points.
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

ApiClient::~ApiClient()
{
    abandonAll();
}

void ApiClient::setServer(const QUrl& server)
{
    m_server = server;
    m_protocol.clear();
    m_serverEpochMs.reset();
}

void ApiClient::setAccessToken(const QString& token)
{
    m_token = token;
    m_isRefreshing = false;
    for (const RequestId id : std::exchange(m_waiting, {})) {
        start(id);
    }
}

void ApiClient::failWaiting()
{
    m_isRefreshing = false;
    for (const RequestId id : std::exchange(m_waiting, {})) {
        ApiReply reply;
        reply.status = kUnauthorized;
        reply.error = ApiError();
        reply.error->status = kUnauthorized;
        reply.error->code = QStringLiteral("unauthorized");
        reply.error->message = tr("You are no longer signed in.");
        answer(id, std::move(reply));
    }
}

void ApiClient::abandonAll()
{
    m_waiting.clear();
    for (const Pending& pending : std::exchange(m_pending, {})) {
        if (pending.reply) {
            pending.reply->disconnect(this);
            pending.reply->abort();
            pending.reply->deleteLater();
        }
    }
}

ApiClient::RequestId ApiClient::get(const QString& path, const QUrlQuery& query, QObject* context, Then then)
{
    ApiRequest request;
    request.method = "GET";
    request.path = path;
    request.query = query;
    return send(std::move(request), context, std::move(then));
}

ApiClient::RequestId ApiClient::get(const QString& path, QObject* context, Then then)
{
    return get(path, QUrlQuery(), context, std::move(then));
}

ApiClient::RequestId
ApiClient::post(const QString& path, const QJsonObject& body, QObject* context, Then then)
{
    ApiRequest request = jsonRequest("POST", path, body);
    request.idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return send(std::move(request), context, std::move(then));
}

ApiClient::RequestId
ApiClient::patch(const QString& path, const QJsonObject& body, QObject* context, Then then)
{
    return send(jsonRequest("PATCH", path, body), context, std::move(then));
}

ApiClient::RequestId ApiClient::put(const QString& path, const QJsonObject& body, QObject* context, Then then)
{
    return send(jsonRequest("PUT", path, body), context, std::move(then));
}

ApiClient::RequestId ApiClient::remove(const QString& path, QObject* context, Then then)
{
    ApiRequest request;
    request.method = "DELETE";
    request.path = path;
    return send(std::move(request), context, std::move(then));
}

ApiClient::RequestId ApiClient::send(ApiRequest request, QObject* context, Then then)
{
    const RequestId id = ++m_lastId;
    Pending pending;
    pending.request = std::move(request);
    pending.context = context;
    pending.hasContext = context != nullptr;
    pending.then = std::move(then);
    m_pending.insert(id, std::move(pending));
    start(id);
    return id;
}

ApiClient::RequestId ApiClient::upload(const QString& path,
                                       QHttpMultiPart* parts,
                                       const QByteArray& idempotencyKey,
                                       QObject* context,
                                       Progress progress,
                                       Then then)
{
    const RequestId id = ++m_lastId;
    parts->setParent(this);
    Pending pending;
    pending.request.method = "POST";
    pending.request.path = path;
    pending.request.timeoutMs = kUploadTimeoutMs;
    pending.request.idempotencyKey = idempotencyKey;
    pending.context = context;
    pending.hasContext = context != nullptr;
    pending.then = std::move(then);
    pending.parts = parts;
    pending.progress = std::move(progress);
    m_pending.insert(id, std::move(pending));
    start(id);
    return id;
}

void ApiClient::cancel(RequestId id)
{
    m_waiting.removeAll(id);
    const Pending pending = m_pending.take(id);
    if (pending.reply) {
        pending.reply->disconnect(this);
        pending.reply->abort();
        pending.reply->deleteLater();
    }
    if (pending.parts) {
        pending.parts->deleteLater();
    }
}

QNetworkRequest ApiClient::networkRequest(const ApiRequest& request) const
{
    QUrl url = m_server;
    url.setPath(request.path);
    url.setQuery(request.query);
    QNetworkRequest made(url);
    made.setTransferTimeout(request.timeoutMs);
    made.setRawHeader("Accept", "application/json");
    made.setRawHeader("Accept-Language", QLocale().bcp47Name().toUtf8());
    if (!request.contentType.isEmpty()) {
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    }
    if (!request.idempotencyKey.isEmpty()) {
        made.setRawHeader("Idempotency-Key", request.idempotencyKey);
    }
    if (request.isSigned && !m_token.isEmpty()) {
        made.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    }
    if (request.isSigned && !m_tenant.isEmpty()) {
        made.setRawHeader("X-Tenant", m_tenant.toUtf8());
    }
    return made;
}

void ApiClient::start(RequestId id)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end()) {
        return;
    }
    if (m_isRefreshing && found->request.isSigned) {
        m_waiting.append(id);
        return;
    }
    found->tokenUsed = m_token;
    found->tlsErrors.clear();
    ++found->attempts;
    const QNetworkRequest request = networkRequest(found->request);
    QNetworkReply* reply =
        found->parts ? m_network.post(request, found->parts.data())
                     : m_network.sendCustomRequest(request, found->request.method, found->request.body);
    found->reply = reply;
    connect(reply, &QNetworkReply::finished, this, [this, id, reply] { finished(id, reply); });
    connect(reply, &QNetworkReply::sslErrors, this, [this, id](const QList<QSslError>& errors) {
        if (const auto pending = m_pending.find(id); pending != m_pending.end()) {
            pending->tlsErrors = errors;
        }
    });
    if (found->progress) {
        connect(reply, &QNetworkReply::uploadProgress, this, [this, id](qint64 sent, qint64 total) {
            const auto pending = m_pending.find(id);
            if (pending != m_pending.end() && pending->context && total > 0) {
                pending->progress(sent, total);
            }
        });
    }
}

void ApiClient::readHeaders(QNetworkReply* reply)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(reply->rawHeader("Date")),
                                                   QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (date.isValid()) {
        const QDateTime utc(date.date(), date.time(), QTimeZone::utc());
        m_serverEpochMs = utc.toMSecsSinceEpoch() - m_monotonic.elapsed();
    }
    const QString protocol = QString::fromLatin1(reply->rawHeader("Parley-Protocol"));
    if (!protocol.isEmpty() && protocol != m_protocol) {
        m_protocol = protocol;
        Q_EMIT protocolSeen(protocol);
    }
}

void ApiClient::finished(RequestId id, QNetworkReply* reply)
{
    reply->deleteLater();
    const auto found = m_pending.find(id);
    if (found == m_pending.end()) {
        return;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A network that wants a password first keeps the server away as a cut cable does.
    const bool isForeign = isForeignPage(*reply);
    if (const bool isReachable = status != 0 && !isForeign; isReachable != m_isReachable) {
        m_isReachable = isReachable;
        Q_EMIT reachabilityChanged(isReachable);
    }
    if (!isForeign) {
        readHeaders(reply);
    }
    if (status == kUnauthorized && !isForeign && found->request.isSigned && !found->parts &&
        found->attempts < kMostAttempts) {
        if (found->tokenUsed != m_token && !m_isRefreshing) {
            start(id); // another request has had the token renewed meanwhile
            return;
        }
        m_waiting.append(id);
        if (!m_isRefreshing) {
            m_isRefreshing = true;
            Q_EMIT tokenRefused();
        }
        return;
    }
    ApiReply answered;
    answered.status = status;
    answered.bytes = reply->readAll();
    answered.etag = QString::fromLatin1(reply->rawHeader("ETag"));
    answered.object = QJsonDocument::fromJson(answered.bytes).object();
    if (status < 200 || status > 299 || isForeign) {
        answered.error = errorOf(*found, reply, status, answered.object);
    }
    answer(id, std::move(answered));
}

ApiError
ApiClient::errorOf(const Pending& pending, QNetworkReply* reply, int status, const QJsonObject& body) const
{
    if (status != 0 && body.contains(QLatin1String("code"))) {
        ApiError error = ApiError::fromProblem(status, body);
        error.retryAfterS = reply->rawHeader("Retry-After").toInt();
        return error;
    }
    ApiError error;
    error.status = status;
    const QString host = m_server.toDisplayString();
    if (!pending.tlsErrors.isEmpty() || reply->error() == QNetworkReply::SslHandshakeFailedError) {
        error.kind = ApiError::Kind::Tls;
        const QString reason =
            pending.tlsErrors.isEmpty() ? reply->errorString() : tlsReason(pending.tlsErrors);
        error.message =
            tr("%1 could not prove that it is the server it claims to be, so nothing was sent to it.\n%2")
                .arg(host, reason);
    } else if (status == 0 && (reply->error() == QNetworkReply::OperationCanceledError ||
                               reply->error() == QNetworkReply::TimeoutError)) {
        error.kind = ApiError::Kind::Timeout;
        error.message = tr("%1 did not answer in time.").arg(host);
    } else if (status == 0) {
        error.kind = ApiError::Kind::Unreachable;
        error.message = tr("%1 cannot be reached: %2").arg(host, reply->errorString());
    } else if (isForeignPage(*reply) && status < kServerError) {
        error.kind = ApiError::Kind::Unreachable;
        error.message = tr("Something else answers for %1, with a web page. Check the address; or perhaps "
                           "this network wants you to sign in first: open any page in your browser to see.")
                            .arg(host);
    } else {
        error.kind = ApiError::Kind::NotParley;
        error.message =
            tr("What answers at %1 does not speak like a Parley server (status %2).").arg(host).arg(status);
    }
    return error;
}

void ApiClient::answer(RequestId id, ApiReply reply)
{
    const Pending pending = m_pending.take(id);
    if (pending.parts) {
        pending.parts->deleteLater();
    }
    if (pending.then && (pending.context || !pending.hasContext)) {
        pending.then(reply);
    }
}

QDateTime ApiClient::serverNow() const
{
    if (!m_serverEpochMs) {
        return QDateTime::currentDateTimeUtc();
    }
    return QDateTime::fromMSecsSinceEpoch(*m_serverEpochMs + m_monotonic.elapsed(), QTimeZone::utc());
}

qint64 ApiClient::clockSkewS() const
{
    return serverNow().secsTo(QDateTime::currentDateTimeUtc());
}

} // namespace parley::console
