// SPDX-License-Identifier: MIT
#include "tests/e2e/console/console_driver.h"

#include "app/shell/console.h"
#include "app/shell/main_window.h"
#include "tests/e2e/console/person.h"
#include "tests/e2e/console/wrong_clock.h"

#include <unistd.h>

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QPixmap>
#include <QScreen>
#include <QSocketNotifier>
#include <QTranslator>

#include <cstdio>

namespace parley::test {

namespace {

constexpr int kChunk = 65'536;

/// Since the process began, by the kernel's own count.
double ageMs()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) {
        return -1;
    }
    constexpr int kStartField = 19; // after the name in brackets
    const QByteArray line = stat.readAll();
    const double beganS = line.mid(line.lastIndexOf(')') + 2).split(' ').value(kStartField).toDouble() /
                          static_cast<double>(sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').first().toDouble() - beganS) * 1000;
}

} // namespace

ConsoleDriver::ConsoleDriver(console::Console& console) : m_console(console)
{
    auto* notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &ConsoleDriver::readInput);
    m_console.window().installEventFilter(this);
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openUrl");
}

bool ConsoleDriver::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && m_paintedMs < 0) {
        m_paintedMs = ageMs();
    }
    return QObject::eventFilter(watched, event);
}

void ConsoleDriver::readInput()
{
    char chunk[kChunk];
    const auto count = ::read(STDIN_FILENO, chunk, sizeof chunk);
    if (count <= 0) {
        QApplication::exit(0); // who drove this has gone
        return;
    }
    m_input.append(chunk, count);
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
        const QJsonObject command = QJsonDocument::fromJson(m_input.left(end)).object();
        m_input.remove(0, end + 1);
        QJsonObject answer = run(command);
        answer.insert(QStringLiteral("id"), command.value(QLatin1String("id")));
        std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
}

QJsonObject ConsoleDriver::run(const QJsonObject& command)
{
    const QString what = command.value(QLatin1String("do")).toString();
    const QString name = command.value(QLatin1String("name")).toString();
    if (what == QLatin1String("page")) {
        m_console.window().openPage(name, command.value(QLatin1String("argument")).toString());
        return m_console.window().currentPage() == name ? done()
                                                        : refused(QStringLiteral("there is no page ") + name);
    }
    if (what == QLatin1String("command")) {
        return trigger(name);
    }
    if (what == QLatin1String("screenshot")) {
        // The screen, not the window: dialogs and menus are windows of their own.
        const QPixmap shot = m_console.window().screen()->grabWindow(0);
        return shot.save(command.value(QLatin1String("file")).toString())
                   ? done()
                   : refused(QStringLiteral("not saved"));
    }
    if (what == QLatin1String("tab")) {
        return chooseTab(name);
    }
    if (what == QLatin1String("menu")) {
        return chooseInMenu(name);
    }
    if (what == QLatin1String("opened")) {
        return done({{QStringLiteral("text"), m_opened.toString()}});
    }
    if (what == QLatin1String("widgets")) {
        return done({{QStringLiteral("text"), listWidgets()}});
    }
    if (what == QLatin1String("quit")) {
        QApplication::exit(0);
        return done();
    }
    if (what == QLatin1String("age")) {
        return done({{QStringLiteral("startedMs"), m_paintedMs}});
    }
    QWidget* found = findWidget(name);
    if (what == QLatin1String("seen")) {
        return done({{QStringLiteral("seen"), found != nullptr}});
    }
    if (found == nullptr) {
        return refused(QStringLiteral("nothing visible is called ") + name);
    }
    if (what == QLatin1String("read")) {
        return done(
            {{QStringLiteral("text"), readText(*found)}, {QStringLiteral("enabled"), found->isEnabled()}});
    }
    return act(*found, what, command);
}

QJsonObject ConsoleDriver::trigger(const QString& text)
{
    auto* page = m_console.window().page(m_console.window().currentPage());
    for (QAction* action :
         m_console.window().actions() + (page != nullptr ? page->commands() : QList<QAction*>())) {
        QString shown = action->text();
        if (shown.remove(QLatin1Char('&')) == text || action->objectName() == text) {
            if (!action->isEnabled()) {
                return refused(QStringLiteral("it is disabled: ") + text);
            }
            action->trigger();
            return done();
        }
    }
    return refused(QStringLiteral("there is no command ") + text);
}

} // namespace parley::test

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parley-console"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: console_driver FOLDER [light|dark [SECONDS-THE-CLOCK-IS-AHEAD [FILE.qm]]]\n");
        return 2;
    }
    parley::test::setClockAhead(arguments.value(3).toLong());
    QTranslator words;
    if (words.load(arguments.value(4))) {
        QApplication::installTranslator(&words);
        QLocale::setDefault(QLocale(words.language()));
    }
    parley::console::applyAppearance(application, parley::console::appearanceOf(arguments.value(2)));
    parley::console::Console console(arguments.at(1));
    const parley::test::ConsoleDriver driver(console);
    console.startAt({}, {});
    return QApplication::exec();
}
