// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <QUrl>

namespace parley::console {

/// A private `parleyd` on this computer, with the demo company in it: for trying, and for one person alone.
///
/// It listens on loopback only, its data lie in the person's own folder, and it ends with the console. The
/// sign-in is the one that the daemon writes beside its data for the owner alone.
/// @thread GUI
class LocalServer : public QObject {
    Q_OBJECT

public:
    /// @param dataFolder made when it is not there
    explicit LocalServer(QString dataFolder, QObject* parent = nullptr);
    ~LocalServer() override;

    /// The daemon's program: beside this one, or on the PATH; empty: there is none, and the choice is not
    /// offered.
    static QString program();

    /// `ready` or `failed` follows.
    void start();
    void stop();

Q_SIGNALS:
    void ready(const QUrl& server, const QString& email, const QString& password);
    /// @param reason in words, with the daemon's own last line
    void failed(const QString& reason);

private:
    void readOutput();
    void ended(int exitCode, QProcess::ExitStatus status);
    void announce(const QUrl& server);

    QString m_dataFolder;
    QProcess m_process;
    QByteArray m_output;
    QTimer m_late;
    QUrl m_url;
    bool m_isReady = false;
    bool m_isStopping = false;
};

} // namespace parley::console
