// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QString>
#include <QTcpServer>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace parley::test {

/// A picture on the disk and a web server that nothing may ever ask for, and whether anything did.
class Bait {
public:
    Bait() : m_path(m_folder.filePath(QStringLiteral("bait.png")))
    {
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(color());
        picture.save(m_path);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { ++m_visits; });
#ifdef Q_OS_LINUX
        m_watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        inotify_add_watch(m_watch, m_path.toLocal8Bit().constData(), IN_OPEN);
#endif
    }
    ~Bait()
    {
#ifdef Q_OS_LINUX
        close(m_watch);
#endif
    }
    Bait(const Bait&) = delete;
    Bait& operator=(const Bait&) = delete;

    /// Of no theme.
    static QColor color()
    {
        return QColor(255, 0, 255);
    }
    QString file() const
    {
        return QStringLiteral("file://") + m_path;
    }
    QString path() const
    {
        return m_path;
    }
    QString web() const
    {
        return QStringLiteral("http://127.0.0.1:%1/bait.png").arg(m_server.serverPort());
    }
    int visits() const
    {
        return m_visits;
    }

    /// How often the picture's file was opened since it was asked last. Elsewhere than on Linux: 0.
    int opened()
    {
        int count = 0;
#ifdef Q_OS_LINUX
        alignas(inotify_event) char buffer[4096];
        for (ssize_t got = read(m_watch, buffer, sizeof(buffer)); got > 0;
             got = read(m_watch, buffer, sizeof(buffer))) {
            ++count;
        }
#endif
        return count;
    }

    /// Whether the picture is to be seen.
    static bool isIn(const QImage& image)
    {
        for (int y = 0; y < image.height(); y += 4) {
            for (int x = 0; x < image.width(); x += 4) {
                if (image.pixelColor(x, y).rgb() == color().rgb()) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    QTcpServer m_server;
    int m_visits = 0;
    int m_watch = -1;
};

} // namespace parley::test
