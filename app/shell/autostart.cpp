// SPDX-License-Identifier: MIT
#include "app/shell/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

namespace parley::console {

#if defined(Q_OS_WIN)

namespace {

const QLatin1String kRun("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
const QLatin1String kName("ParleyConsole");

} // namespace

bool Autostart::isOn()
{
    QSettings key(kRun, QSettings::NativeFormat);
    return key.contains(kName);
}

bool Autostart::set(bool isOn)
{
    QSettings key(kRun, QSettings::NativeFormat);
    if (isOn) {
        key.setValue(kName,
                     QLatin1Char('"') + QDir::toNativeSeparators(QCoreApplication::applicationFilePath()) +
                         QStringLiteral("\" --hidden"));
    } else {
        key.remove(kName);
    }
    return key.status() == QSettings::NoError;
}

#else

namespace {

#if defined(Q_OS_MACOS)
QString entryPath()
{
    return QDir::home().filePath(QStringLiteral("Library/LaunchAgents/org.parley.console.plist"));
}

QByteArray entry()
{
    return QStringLiteral(
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict><key>Label</key>"
               "<string>org.parley.console</string><key>ProgramArguments</key><array><string>%1</string>"
               "<string>--hidden</string></array><key>RunAtLoad</key><true/></dict></plist>\n")
        .arg(QCoreApplication::applicationFilePath().toHtmlEscaped())
        .toUtf8();
}
#else
QString entryPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("autostart/parley-console.desktop"));
}

QByteArray entry()
{
    return QStringLiteral(
               "[Desktop Entry]\nType=Application\nName=Parley\nExec=\"%1\" --hidden\nTerminal=false\n"
               "X-GNOME-Autostart-enabled=true\n")
        .arg(QCoreApplication::applicationFilePath())
        .toUtf8();
}
#endif

} // namespace

bool Autostart::isOn()
{
    return QFile::exists(entryPath());
}

bool Autostart::set(bool isOn)
{
    if (!isOn) {
        return !QFile::exists(entryPath()) || QFile::remove(entryPath());
    }
    QDir().mkpath(QFileInfo(entryPath()).path());
    QFile file(entryPath());
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(entry()) == entry().size();
}

#endif

} // namespace parley::console
