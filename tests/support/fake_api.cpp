// SPDX-License-Identifier: MIT
#include "tests/support/fake_api.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>

namespace parley::test {

namespace {

QString keyOf(const QByteArray& method, const QString& path)
{
    return QString::fromLatin1(method) + QLatin1Char(' ') + path;
}

} // namespace

QJsonObject FakeApi::Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

FakeApi::FakeApi() : m_live(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("no port on loopback");
    }
    m_port = m_server.serverPort();
    m_live.setSupportedSubprotocols({QStringLiteral("parley.v1")});
    connect(&m_server, &QTcpServer::newConnection, this, &FakeApi::accept);
    connect(&m_live, &QWebSocketServer::newConnection, this, &FakeApi::greet);
    on("POST",
       QStringLiteral("/oauth/token"),
       {{QStringLiteral("access_token"), QStringLiteral("access-1")},
        {QStringLiteral("refresh_token"), QStringLiteral("refresh-1")},
        {QStringLiteral("token_type"), QStringLiteral("Bearer")},
        {QStringLiteral("expires_in"), 900}});
    on("GET",
       QStringLiteral("/me"),
       {{QStringLiteral("id"), QStringLiteral("u-1")},
        {QStringLiteral("email"), QStringLiteral("sam@example.com")},
        {QStringLiteral("display_name"), QStringLiteral("Sam Support")},
        {QStringLiteral("role"), QStringLiteral("supporter")},
        {QStringLiteral("tenant_id"), QStringLiteral("t-1")},
        {QStringLiteral("protocol"), QStringLiteral("1.0")},
        {QStringLiteral("permissions"),
         QJsonArray{QStringLiteral("desk:read"), QStringLiteral("desk:write")}},
        {QStringLiteral("features"), QJsonArray{QStringLiteral("desk")}}});
    on("GET", QStringLiteral("/escalations"), list({}));
}

FakeApi::~FakeApi()
{
    for (const QPointer<QWebSocket>& link : m_links) {
        link->disconnect(this);
    }
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>()) {
        socket->disconnect(this);
    }
}

QUrl FakeApi::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FakeApi::on(const QByteArray& method, const QString& path, Handler handler)
{
    m_handlers.insert(keyOf(method, path), std::move(handler));
}

void FakeApi::on(const QByteArray& method, const QString& path, const QJsonObject& body, int status)
{
    on(method, path, [body, status](const Request&) { return Answer{status, body, {}, false}; });
}

QJsonObject FakeApi::list(const QList<QJsonObject>& items, const QString& nextCursor)
{
    QJsonArray array;
    for (const QJsonObject& each : items) {
        array.append(each);
    }
    return {{QStringLiteral("items"), array},
            {QStringLiteral("next_cursor"), nextCursor.isEmpty() ? QJsonValue() : QJsonValue(nextCursor)}};
}

FakeApi::Answer FakeApi::problem(int status,
                                 const QString& code,
                                 const QString& detail,
                                 const QHash<QString, QString>& fields)
{
    QJsonArray errors;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        errors.append(
            QJsonObject{{QStringLiteral("field"), field.key()}, {QStringLiteral("message"), field.value()}});
    }
    return {status,
            {{QStringLiteral("type"), QStringLiteral("about:blank")},
             {QStringLiteral("title"), QStringLiteral("Refused")},
             {QStringLiteral("status"), status},
             {QStringLiteral("code"), code},
             {QStringLiteral("detail"), detail},
             {QStringLiteral("errors"), errors},
             {QStringLiteral("request_id"), QStringLiteral("r-1")}},
            {},
            false};
}

QList<FakeApi::Request> FakeApi::requests(const QByteArray& method, const QString& path) const
{
    QList<Request> found;
    for (const Request& each : m_requests) {
        if (each.method == method && each.path == path) {
            found.append(each);
        }
    }
    return found;
}

void FakeApi::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeApi::read(QTcpSocket* socket)
{
    if (!m_buffers.contains(socket) && socket->peek(7) == "GET /ws") {
        socket->disconnect(this);
        m_live.handleConnection(socket);
        Q_EMIT socket->readyRead(); // what has come already was announced to us alone
        return;
    }
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (;;) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        Request request;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        const QUrl target(QString::fromLatin1(first.value(1)));
        request.path = target.path();
        request.query = QUrlQuery(target);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length) {
            return;
        }
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_requests.append(request);
        respond(socket, request);
    }
}

void FakeApi::respond(QTcpSocket* socket, const Request& request)
{
    const auto handler = m_handlers.value(keyOf(request.method, request.path), m_otherwise);
    const Answer answer =
        handler ? handler(request)
                : problem(404, QStringLiteral("not_found"), QStringLiteral("There is nothing here."));
    if (answer.isCut) {
        socket->abort();
        return;
    }
    const QByteArray body =
        answer.status == 204 ? QByteArray() : QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                      " X\r\nParley-Protocol: 1.0\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\n";
    head += answer.status < 400 ? "Content-Type: application/json\r\n"
                                : "Content-Type: application/problem+json\r\n";
    for (auto header = answer.headers.begin(); header != answer.headers.end(); ++header) {
        head += header.key() + ": " + header.value() + "\r\n";
    }
    socket->write(head + "\r\n" + body);
}

void FakeApi::greet()
{
    QWebSocket* link = m_live.nextPendingConnection();
    m_links.append(link);
    connect(link, &QWebSocket::textMessageReceived, this, [this, link](const QString& text) {
        readFrame(link, text);
    });
    connect(link, &QWebSocket::disconnected, this, [this, link] {
        m_links.removeAll(link);
        link->deleteLater();
    });
    const QJsonObject hello{{QStringLiteral("type"), QStringLiteral("hello")},
                            {QStringLiteral("protocol"), QStringLiteral("1.0")},
                            {QStringLiteral("features"), QJsonArray{QStringLiteral("live")}}};
    link->sendTextMessage(QString::fromUtf8(QJsonDocument(hello).toJson(QJsonDocument::Compact)));
}

void FakeApi::readFrame(QWebSocket* link, const QString& text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    m_frames.append(frame);
    if (frame.value(QLatin1String("type")).toString() != QLatin1String("subscribe")) {
        return;
    }
    QJsonObject begins;
    const QJsonObject after = frame.value(QLatin1String("after")).toObject();
    QStringList missed;
    for (const QJsonValue& each : frame.value(QLatin1String("topics")).toArray()) {
        const QString topic = each.toString();
        const qint64 begin = after.contains(topic) ? after.value(topic).toInteger() : m_seqs.value(topic);
        begins.insert(topic, begin);
        for (const QJsonObject& line : m_log.value(topic)) {
            if (line.value(QLatin1String("seq")).toInteger() > begin) {
                missed.append(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
            }
        }
    }
    const QJsonObject reply{{QStringLiteral("type"), QStringLiteral("subscribed")},
                            {QStringLiteral("id"), frame.value(QLatin1String("id"))},
                            {QStringLiteral("topics"), frame.value(QLatin1String("topics"))},
                            {QStringLiteral("seq"), begins}};
    link->sendTextMessage(QString::fromUtf8(QJsonDocument(reply).toJson(QJsonDocument::Compact)));
    for (const QString& line : missed) {
        link->sendTextMessage(line);
    }
}

void FakeApi::push(const QString& topic, const QJsonObject& event, qint64 seq)
{
    QJsonObject frame{{QStringLiteral("type"), QStringLiteral("event")},
                      {QStringLiteral("topic"), topic},
                      {QStringLiteral("event"), event}};
    if (seq < 0) {
        seq = ++m_seqs[topic];
    }
    if (seq > 0) {
        frame.insert(QStringLiteral("seq"), seq);
        m_seqs[topic] = qMax(m_seqs.value(topic), seq);
        m_log[topic].append(frame);
    }
    for (const QPointer<QWebSocket>& link : m_links) {
        link->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }
}

void FakeApi::dropLinks()
{
    for (const QPointer<QWebSocket>& link : QList<QPointer<QWebSocket>>(m_links)) {
        if (link) {
            link->abort();
        }
    }
}

void FakeApi::setUnreachable(bool isUnreachable)
{
    if (!isUnreachable) {
        m_server.listen(QHostAddress::LocalHost, m_port);
        return;
    }
    m_server.close();
    dropLinks();
    for (QTcpSocket* socket : m_buffers.keys()) {
        socket->abort();
    }
}

} // namespace parley::test
