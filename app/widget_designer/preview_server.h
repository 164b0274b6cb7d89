// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>

namespace parley::console {

/// Serves one page on this computer, to browsers of this computer alone, so that the real widget can be
/// looked at: a page from a file has no origin that the server could allow.
/// @thread GUI
class PreviewServer : public QObject {
    Q_OBJECT

public:
    explicit PreviewServer(QObject* parent = nullptr);

    /// Always the same, so that it needs to be allowed once.
    static QString origin();
    /// @return false: another program has the port; see `fault`
    bool serve(const QString& html);
    QString fault() const { return m_server.errorString(); }
    bool isServing() const { return m_server.isListening(); }
    /// Nothing answers at the origin any more.
    void close();

private:
    void accept();

    QTcpServer m_server;
    QByteArray m_page;
};

} // namespace parley::console
