// SPDX-License-Identifier: MIT
#include "app/shell/console.h"
#include "app/shell/main_window.h"
#include "app/shell/single_instance.h"
#include "app/style/theme.h"
#include "shared/core/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>

namespace {

using namespace parley::console;

/// Parley's words and Qt's own, in the language that was chosen; English stands in the program.
void translate(QApplication& application, const QString& chosen)
{
    const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    QLocale::setDefault(locale);
    auto* own = new QTranslator(&application);
    if (own->load(locale,
                  QStringLiteral("parley-console"),
                  QStringLiteral("_"),
                  QStringLiteral(":/translations"))) {
        QApplication::installTranslator(own);
    }
    auto* qt = new QTranslator(&application);
    if (qt->load(locale,
                 QStringLiteral("qtbase"),
                 QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(qt);
    }
    QApplication::setLayoutDirection(locale.textDirection());
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parley-console"));
    QApplication::setApplicationDisplayName(QStringLiteral("Parley"));
    QApplication::setApplicationVersion(
        QString::fromUtf8(parley::kVersion.data(), static_cast<qsizetype>(parley::kVersion.size())));
    QApplication::setDesktopFileName(QStringLiteral("parley-console"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Parley's console for supporters and administrators."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption folder(QStringLiteral("data"),
                                    QStringLiteral("Keeps settings and the offline cache in FOLDER."),
                                    QStringLiteral("FOLDER"),
                                    QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    const QCommandLineOption server(QStringLiteral("server"),
                                    QStringLiteral("Signs in to this server."),
                                    QStringLiteral("URL"));
    const QCommandLineOption email(QStringLiteral("email"),
                                   QStringLiteral("Signs in with this e-mail address."),
                                   QStringLiteral("ADDRESS"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Speaks en, de, es or fr."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption hidden(QStringLiteral("hidden"), QStringLiteral("Starts in the tray."));
    parser.addOptions({folder, server, email, language, hidden});
    parser.process(application);

    SingleInstance instance(parser.value(folder));
    if (!instance.isFirst()) {
        return 0;
    }
    {
        QSettings settings(parser.value(folder) + QStringLiteral("/console.ini"), QSettings::IniFormat);
        const Preferences preferences(settings);
        translate(application, parser.isSet(language) ? parser.value(language) : preferences.language());
        applyAppearance(application, preferences.appearance());
    }
    Console console(parser.value(folder));
    QObject::connect(&instance, &SingleInstance::presentWanted, &console, [&console] {
        console.window().present();
    });
    if (parser.isSet(server) || parser.isSet(email)) {
        console.startAt(parser.value(server), parser.value(email));
    } else {
        console.start(parser.isSet(hidden));
    }
    return QApplication::exec();
}
