// SPDX-License-Identifier: MIT
#include "app/session/local_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace parley::console {

namespace {

constexpr int kStartMs = 30'000;
constexpr int kStopMs = 5'000;
const QLatin1String kSignInFile("demo-sign-in.txt");
const QLatin1String kAdmin("admin@demo.example");

QString lastLine(const QByteArray& output)
{
    const QList<QByteArray> lines = output.trimmed().split('\n');
    return lines.isEmpty() ? QString() : QString::fromUtf8(lines.last()).left(300);
}

/// The password in the file that the daemon writes for its owner: the rest of the line that begins with
/// "password".
QString passwordIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return {};
    }
    static const QRegularExpression kLine(QStringLiteral("^password\\s*[:=]?\\s*(\\S+)\\s*$"),
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::CaseInsensitiveOption);
    return kLine.match(QString::fromUtf8(file.readAll())).captured(1);
}

} // namespace

LocalServer::LocalServer(QString dataFolder, QObject* parent)
    : QObject(parent), m_dataFolder(std::move(dataFolder))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_late.setSingleShot(true);
    m_late.setInterval(kStartMs);
#ifdef Q_OS_LINUX
    // Should the console be killed, its server ends too and leaves the data to the next one.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    connect(&m_process, &QProcess::readyRead, this, &LocalServer::readOutput);
    connect(&m_process, &QProcess::finished, this, &LocalServer::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT failed(tr("%1 cannot be started: %2").arg(program(), m_process.errorString()));
        }
    });
    connect(&m_late, &QTimer::timeout, this, [this] {
        const QString said = lastLine(m_output);
        stop();
        Q_EMIT failed(tr("The server on this computer did not start in time. It said: %1").arg(said));
    });
}

LocalServer::~LocalServer()
{
    stop();
}

QString LocalServer::program()
{
    const QString name = QStringLiteral("parleyd");
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

void LocalServer::start()
{
    if (m_process.state() != QProcess::NotRunning) {
        if (m_isReady) {
            // It runs already, from the last sign-in; said later, as after a start.
            QTimer::singleShot(0, this, [this] { announce(m_url); });
        }
        return;
    }
    m_isStopping = false;
    QDir().mkpath(m_dataFolder);
    m_output.clear();
    m_isReady = false;
    m_late.start();
    m_process.start(program(),
                    {QStringLiteral("serve"),
                     QStringLiteral("--data"),
                     m_dataFolder,
                     QStringLiteral("--listen"),
                     QStringLiteral("127.0.0.1:0"),
                     QStringLiteral("--demo"),
                     QStringLiteral("--log.level"),
                     QStringLiteral("warn")});
}

void LocalServer::stop()
{
    m_late.stop();
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_isStopping = true;
    m_process.terminate();
    if (!m_process.waitForFinished(kStopMs)) {
        m_process.kill();
        m_process.waitForFinished(kStopMs);
    }
}

void LocalServer::readOutput()
{
    m_output += m_process.readAll();
    static const QRegularExpression kListening(QStringLiteral("^parleyd listening on (http://\\S+)$"),
                                               QRegularExpression::MultilineOption);
    if (m_isReady) {
        m_output = m_output.right(4096);
        return;
    }
    const auto found = kListening.match(QString::fromUtf8(m_output));
    if (found.hasMatch()) {
        announce(QUrl(found.captured(1)));
    }
}

void LocalServer::announce(const QUrl& server)
{
    m_isReady = true;
    m_url = server;
    m_late.stop();
    const QString password = passwordIn(QDir(m_dataFolder).filePath(kSignInFile));
    if (password.isEmpty()) {
        Q_EMIT failed(tr("The server runs, but %1 does not say how to sign in.")
                          .arg(QDir(m_dataFolder).filePath(kSignInFile)));
        return;
    }
    Q_EMIT ready(server, kAdmin, password);
}

void LocalServer::ended(int exitCode, QProcess::ExitStatus)
{
    m_late.stop();
    m_isReady = false;
    m_output += m_process.readAll();
    if (m_isStopping) {
        return;
    }
    Q_EMIT failed(tr("The server on this computer has ended (code %1). It said: %2")
                      .arg(exitCode)
                      .arg(lastLine(m_output)));
}

} // namespace parley::console
