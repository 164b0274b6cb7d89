// SPDX-License-Identifier: MIT
#include "tests/e2e/console/person.h"

#include "app/conversation/transcript_model.h"
#include "app/conversation/transcript_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QUrl>

namespace parley::test {

namespace {

QString rowsOf(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex at = model.index(row, column);
            const QString shown = at.data().toString();
            // What is painted from other roles is there as it is read to the blind.
            cells.append(shown.isEmpty() ? at.data(Qt::AccessibleTextRole).toString() : shown);
        }
        rows.append(cells.join(QLatin1Char('\t')));
    }
    return rows.join(QLatin1Char('\n'));
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

/// Those in front first.
QWidgetList windows()
{
    QWidgetList tops;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top->isVisible()) {
            top->isModal() ? tops.prepend(top) : tops.append(top);
        }
    }
    return tops;
}

template <typename Matches>
QWidget* firstVisible(const Matches& matches)
{
    for (QWidget* top : windows()) {
        if (matches(*top)) {
            return top;
        }
        for (QWidget* each : top->findChildren<QWidget*>()) {
            if (each->isVisible() && each->window() == top && matches(*each)) {
                return each;
            }
        }
    }
    return nullptr;
}

QJsonObject chooseRow(QAbstractItemView& view, const QString& wanted, bool isActivated)
{
    const QAbstractItemModel& model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex at = model.index(row, column);
            if (!at.data().toString().contains(wanted)) {
                continue;
            }
            view.setFocus();
            view.scrollTo(at);
            view.setCurrentIndex(at);
            if (isActivated) {
                QTest::keyClick(&view, Qt::Key_Return);
            }
            return done({{QStringLiteral("row"), row}});
        }
    }
    return refused(QStringLiteral("no row has the text %1; there are:\n%2").arg(wanted, rowsOf(model)));
}

QJsonObject chooseEntry(QComboBox& box, const QString& wanted)
{
    const int at = box.findText(wanted, Qt::MatchContains);
    if (at < 0) {
        return refused(QStringLiteral("no entry has the text ") + wanted);
    }
    box.setFocus();
    box.setCurrentIndex(at);
    // As the list that drops down does when one of it is clicked.
    QMetaObject::invokeMethod(&box, "activated", Q_ARG(int, at));
    return done();
}

/// The widget, or what in it takes what is dropped; fields take text, and files as such.
QWidget& target(QWidget& widget)
{
    for (QWidget* each : QWidgetList{&widget} + widget.findChildren<QWidget*>()) {
        if (each->isVisible() && each->acceptDrops() && qobject_cast<QLineEdit*>(each) == nullptr) {
            return *each;
        }
    }
    return widget;
}

QJsonObject drop(QWidget& within, const QJsonArray& files)
{
    QWidget& widget = target(within);
    QMimeData data;
    QList<QUrl> urls;
    for (const QJsonValue& file : files) {
        urls.append(QUrl::fromLocalFile(file.toString()));
    }
    data.setUrls(urls);
    const QPoint middle = widget.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted()) {
        return refused(QStringLiteral("it takes no files: ") + widget.objectName());
    }
    QDropEvent event(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
    return done();
}

/// Of what holds a field, such as a spin box, the field.
QWidget& field(QWidget& widget)
{
    if (auto* edit = widget.findChild<QPlainTextEdit*>()) {
        return *edit;
    }
    const bool isList = qobject_cast<QAbstractItemView*>(&widget) != nullptr;
    if (auto* edit = isList ? nullptr : widget.findChild<QLineEdit*>()) {
        return *edit;
    }
    return widget;
}

void press(QWidget& widget, const QString& keys)
{
    const QKeySequence sequence(keys);
    QTest::keyClick(&widget, sequence[0].key(), sequence[0].keyboardModifiers());
}

} // namespace

QJsonObject done(QJsonObject more)
{
    more.insert(QStringLiteral("ok"), true);
    return more;
}

QJsonObject refused(const QString& why)
{
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), why}};
}

QString readText(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return QString(label->text()).remove(QChar(0x200b)); // breaks of long words
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
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget)) {
        return box->text();
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
            const bool isText = qobject_cast<const QLabel*>(child) != nullptr ||
                                qobject_cast<const QPlainTextEdit*>(child) != nullptr ||
                                qobject_cast<const QAbstractItemView*>(child) != nullptr;
            if (const QString text = isText ? readText(*child) : QString(); !text.isEmpty()) {
                inner.append(text);
            }
        }
    }
    return inner.join(QLatin1Char('\n'));
}

QWidget* findWidget(const QString& name)
{
    if (QWidget* found = firstVisible([&name](const QWidget& each) { return each.objectName() == name; })) {
        return found;
    }
    if (QWidget* found = firstVisible([&name](const QWidget& each) {
            return each.accessibleName() == name && qobject_cast<const QAbstractButton*>(&each) == nullptr;
        })) {
        return found;
    }
    return firstVisible([&name](const QWidget& each) {
        const auto* button = qobject_cast<const QAbstractButton*>(&each);
        return button != nullptr && (plain(button->text()) == name || button->accessibleName() == name);
    });
}

QString listWidgets()
{
    QStringList lines;
    for (QWidget* top : windows()) {
        for (const QWidget* each : top->findChildren<QWidget*>()) {
            if (!each->isVisible() || (each->objectName().isEmpty() && each->accessibleName().isEmpty() &&
                                       qobject_cast<const QAbstractButton*>(each) == nullptr)) {
                continue;
            }
            lines.append(QStringLiteral("%1 #%2 (%3)%4: %5")
                             .arg(QString::fromLatin1(each->metaObject()->className()),
                                  each->objectName(),
                                  each->accessibleName(),
                                  each->isEnabled() ? QString() : QStringLiteral(" disabled"),
                                  readText(*each).left(80).simplified()));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonObject act(QWidget& widget, const QString& what, const QJsonObject& more)
{
    const QString text = more.value(QLatin1String("text")).toString();
    if (!widget.isEnabled()) {
        return refused(QStringLiteral("it is disabled: ") + widget.objectName());
    }
    if (what == QLatin1String("click")) {
        // Later: what a click opens may wait for the person, and the answer must not.
        QMetaObject::invokeMethod(
            &widget, [&widget] { QTest::mouseClick(&widget, Qt::LeftButton); }, Qt::QueuedConnection);
        return done();
    }
    if (what == QLatin1String("check")) {
        auto* button = qobject_cast<QAbstractButton*>(&widget);
        if (button == nullptr || !button->isCheckable()) {
            return refused(QStringLiteral("it cannot be checked"));
        }
        if (button->isChecked() != more.value(QLatin1String("on")).toBool(true)) {
            button->click();
        }
        return done();
    }
    if (what == QLatin1String("choose") || what == QLatin1String("activate")) {
        if (auto* view = qobject_cast<QAbstractItemView*>(&widget)) {
            return chooseRow(*view, text, what == QLatin1String("activate"));
        }
        if (auto* box = qobject_cast<QComboBox*>(&widget)) {
            return chooseEntry(*box, text);
        }
        for (auto* inner : widget.findChildren<QAbstractItemView*>()) {
            if (inner->isVisible() && inner->model() != nullptr && rowsOf(*inner->model()).contains(text)) {
                return chooseRow(*inner, text, what == QLatin1String("activate"));
            }
        }
        return refused(QStringLiteral("no list in it has the text ") + text);
    }
    if (what == QLatin1String("drop")) {
        return drop(widget, more.value(QLatin1String("files")).toArray());
    }
    QWidget& typed = field(widget);
    typed.setFocus();
    if (what == QLatin1String("type")) {
        QTest::keyClicks(&typed, text);
    } else if (what == QLatin1String("paste")) {
        QApplication::clipboard()->setText(text);
        press(typed, QStringLiteral("Ctrl+V"));
    } else if (what == QLatin1String("clear")) {
        press(typed, QStringLiteral("Ctrl+A"));
        press(typed, QStringLiteral("Delete"));
    } else if (what == QLatin1String("key")) {
        press(typed, more.value(QLatin1String("keys")).toString());
    } else {
        return refused(QStringLiteral("nobody knows how to ") + what);
    }
    return done();
}

QJsonObject chooseTab(const QString& title)
{
    const auto indexOf = [&title](const QTabBar& bar) {
        for (int at = 0; at < bar.count(); ++at) {
            if (bar.isTabVisible(at) && plain(bar.tabText(at)) == title) {
                return at;
            }
        }
        return -1;
    };
    auto* found = qobject_cast<QTabBar*>(firstVisible([&indexOf](const QWidget& each) {
        const auto* bar = qobject_cast<const QTabBar*>(&each);
        return bar != nullptr && indexOf(*bar) >= 0;
    }));
    if (found == nullptr) {
        return refused(QStringLiteral("there is no tab ") + title);
    }
    QTest::mouseClick(found, Qt::LeftButton, {}, found->tabRect(indexOf(*found)).center());
    return done();
}

QJsonObject chooseInMenu(const QString& text)
{
    for (QWidget* top : windows()) {
        auto* menu = qobject_cast<QMenu*>(top);
        for (QAction* action : menu != nullptr ? menu->actions() : QList<QAction*>()) {
            if (plain(action->text()) == text) {
                menu->close();
                action->trigger();
                return done();
            }
        }
    }
    return refused(QStringLiteral("no open menu offers ") + text);
}

} // namespace parley::test
