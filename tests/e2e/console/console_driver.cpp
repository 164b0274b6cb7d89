// SPDX-License-Identifier: MIT
#include "tests/e2e/console/console_driver.h"

#include "app/conversation/transcript_model.h"
#include "app/conversation/transcript_view.h"
#include "app/shell/console.h"
#include "app/shell/main_window.h"

#include <unistd.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSocketNotifier>
#include <QTest>

#include <cstdio>

namespace parley::test {

namespace {

constexpr int kChunk = 65'536;

QJsonObject done(QJsonObject more = {})
{
    more.insert(QStringLiteral("ok"), true);
    return more;
}

QJsonObject refused(const QString& why)
{
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), why}};
}

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

QString rowsOf(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells.append(model.index(row, column).data().toString());
        }
        rows.append(cells.join(QLatin1Char('\t')));
    }
    return rows.join(QLatin1Char('\n'));
}

} // namespace

QString readText(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return label->text();
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        return edit->text();
    }
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget)) {
        return edit->toPlainText();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        return box->currentText();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->text();
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
        return view->model() == nullptr ? QString() : rowsOf(*view->model());
    }
    if (const auto* transcript = qobject_cast<const console::TranscriptView*>(&widget)) {
        return transcript->model() == nullptr ? QString() : rowsOf(*transcript->model());
    }
    QStringList inner;
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        if (child->isVisibleTo(&widget)) {
            if (const QString text =
                    qobject_cast<const QLabel*>(child) != nullptr ? readText(*child) : QString();
                !text.isEmpty()) {
                inner.append(text);
            }
        }
    }
    return inner.join(QLatin1Char('\n'));
}

ConsoleDriver::ConsoleDriver(console::Console& console) : m_console(console)
{
    auto* notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &ConsoleDriver::readInput);
    m_console.window().installEventFilter(this);
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

QWidget* ConsoleDriver::widget(const QString& name) const
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (QWidget* found : top->findChildren<QWidget*>(name)) {
            if (found->isVisible()) {
                return found;
            }
        }
        if (top->objectName() == name && top->isVisible()) {
            return top;
        }
    }
    return nullptr;
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
        return m_console.window().grab().save(command.value(QLatin1String("file")).toString())
                   ? done()
                   : refused(QStringLiteral("not saved"));
    }
    if (what == QLatin1String("quit")) {
        QApplication::exit(0);
        return done();
    }
    if (what == QLatin1String("age")) {
        return done({{QStringLiteral("startedMs"), m_paintedMs}});
    }
    QWidget* found = widget(name);
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
    if (what == QLatin1String("choose")) {
        return choose(found, command);
    }
    return press(found, command);
}

QJsonObject ConsoleDriver::press(QWidget* widget, const QJsonObject& command)
{
    if (!widget->isEnabled()) {
        return refused(QStringLiteral("it is disabled: ") + widget->objectName());
    }
    const QString what = command.value(QLatin1String("do")).toString();
    if (what == QLatin1String("click")) {
        // Later: what a click opens may wait for the person, and the answer must not.
        QMetaObject::invokeMethod(
            widget, [widget] { QTest::mouseClick(widget, Qt::LeftButton); }, Qt::QueuedConnection);
        return done();
    }
    if (what == QLatin1String("type")) {
        widget->setFocus();
        QTest::keyClicks(widget, command.value(QLatin1String("text")).toString());
        return done();
    }
    if (what == QLatin1String("key")) {
        widget->setFocus();
        const QKeySequence keys(command.value(QLatin1String("keys")).toString());
        QTest::keyClick(widget, static_cast<Qt::Key>(keys[0].key()), keys[0].keyboardModifiers());
        return done();
    }
    return refused(QStringLiteral("nobody knows how to ") + what);
}

QJsonObject ConsoleDriver::choose(QWidget* widget, const QJsonObject& command)
{
    auto* view = qobject_cast<QAbstractItemView*>(widget);
    if (view == nullptr) {
        return refused(QStringLiteral("it is no list"));
    }
    const QString wanted = command.value(QLatin1String("text")).toString();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QModelIndex at = view->model()->index(row, 0);
        if (at.data().toString().contains(wanted)) {
            view->setFocus();
            view->setCurrentIndex(at);
            return done({{QStringLiteral("row"), row}});
        }
    }
    return refused(QStringLiteral("no row has the text ") + wanted);
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
        std::fprintf(stderr, "usage: console_driver FOLDER [light|dark]\n");
        return 2;
    }
    parley::console::applyAppearance(application, parley::console::appearanceOf(arguments.value(2)));
    parley::console::Console console(arguments.at(1));
    const parley::test::ConsoleDriver driver(console);
    console.startAt({}, {});
    return QApplication::exec();
}
