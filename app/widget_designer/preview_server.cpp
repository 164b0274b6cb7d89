// SPDX-License-Identifier: MIT
#include "app/widget_designer/preview_server.h"

#include <QTcpSocket>
#include <QTimer>

namespace parley::console {

namespace {

constexpr quint16 kPort = 47823;
constexpr int kMostRequestBytes = 16 * 1024;
constexpr int kPatienceMs = 5000;

QByteArray answer(const QByteArray& status, const QByteArray& body)
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close\r\n"
           "X-Content-Type-Options: nosniff\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

PreviewServer::PreviewServer(QObject* parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &PreviewServer::accept);
}

QString PreviewServer::origin()
{
    return QStringLiteral("http://127.0.0.1:%1").arg(kPort);
}

bool PreviewServer::serve(const QString& html)
{
    m_page = html.toUtf8();
    return m_server.isListening() || m_server.listen(QHostAddress::LocalHost, kPort);
}

void PreviewServer::close()
{
    m_server.close();
    m_page.clear();
}

void PreviewServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kPatienceMs, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray head = socket->peek(kMostRequestBytes);
            if (!head.contains("\r\n\r\n")) {
                if (head.size() == kMostRequestBytes) {
                    socket->abort();
                }
                return;
            }
            socket->readAll();
            const bool isPage = head.startsWith("GET / ");
            socket->write(isPage ? answer("200 OK", m_page) : answer("404 Not Found", {}));
            socket->disconnectFromHost();
        });
    }
}

} // namespace parley::console
