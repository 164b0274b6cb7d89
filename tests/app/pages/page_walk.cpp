// SPDX-License-Identifier: MIT
#include "tests/app/pages/page_walk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>

namespace parley::test {

namespace {

constexpr int kMostRows = 3;
constexpr int kMostTabs = 8;

template <class Widget>
QList<QPointer<Widget>> visible(QWidget* below)
{
    QList<QPointer<Widget>> found;
    for (Widget* each : below->findChildren<Widget*>()) {
        if (each->isVisible()) {
            found.append(each);
        }
    }
    return found;
}

bool hasMenu(const QAbstractButton& button)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    const auto* push = qobject_cast<const QPushButton*>(&button);
    return (tool != nullptr && tool->menu() != nullptr) || (push != nullptr && push->menu() != nullptr) ||
           button.findChild<QMenu*>() != nullptr;
}

} // namespace

QWidget* PageWalk::page() const
{
    return m_world.window.page(m_page);
}

void PageWalk::walk(const QString& page, const QString& argument)
{
    m_page = page;
    m_world.window.openPage(page, argument);
    looked(QStringLiteral("opened"));
    QVERIFY2(this->page() != nullptr, qPrintable(page));
    toolTips();
    rows();
    tabs();
    toolTips();
    buttons(true);
    buttons(false);
    commands();
}

void PageWalk::looked(const QString& step)
{
    ++m_steps;
    m_world.settle();
    m_look(m_world.window, m_page + QLatin1String(", ") + step);
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top != &m_world.window && top->isVisible() && top->inherits("QTipLabel") == false) {
            m_look(*top, m_page + QLatin1String(", ") + step);
        }
    }
    closeDialogs();
    if (m_world.window.currentPage() != m_page) { // it led elsewhere
        m_world.window.openPage(m_page);
        m_world.settle();
    }
}

void PageWalk::closeDialogs()
{
    for (int round = 0; round < 4; ++round) {
        bool isAny = false;
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (top != &m_world.window && top->isVisible()) {
                isAny = true;
                if (auto* dialog = qobject_cast<QDialog*>(top)) {
                    dialog->reject();
                } else {
                    top->close();
                }
            }
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!isAny) {
            return;
        }
    }
}

void PageWalk::tabs()
{
    for (const QPointer<QTabBar>& bar : visible<QTabBar>(page())) {
        for (int i = 0; bar && i < qMin(kMostTabs, bar->count()); ++i) {
            bar->setCurrentIndex(i);
            looked(QStringLiteral("tab %1").arg(i));
            rows();
            buttons(true);
        }
    }
}

void PageWalk::rows()
{
    for (const QPointer<QAbstractItemView>& view : visible<QAbstractItemView>(page())) {
        if (view && view->isVisible() && view->model() != nullptr &&
            qobject_cast<QHeaderView*>(view.data()) == nullptr) {
            rowsOf(*view);
        }
    }
}

void PageWalk::rowsOf(QAbstractItemView& view)
{
    const QPointer<QAbstractItemView> kept(&view);
    for (int row = 0; kept && row < qMin(kMostRows, kept->model()->rowCount()); ++row) {
        const QModelIndex at = kept->model()->index(row, 0);
        kept->setCurrentIndex(at);
        looked(QStringLiteral("row %1 of %2")
                   .arg(row)
                   .arg(QLatin1String(kept ? kept->metaObject()->className() : "")));
        if (row == 0 && kept && kept->isVisible()) {
            QTest::keyClick(kept, Qt::Key_Return);
            looked(QStringLiteral("row opened"));
        }
    }
}

void PageWalk::buttons(bool areTogglesOnly)
{
    for (const QPointer<QAbstractButton>& button : visible<QAbstractButton>(page())) {
        if (!button || !button->isVisible() || !button->isEnabled() || hasMenu(*button)) {
            continue;
        }
        const QString name =
            button->objectName() + button->text().left(40) + button->accessibleName().left(40);
        if (button->isCheckable() != areTogglesOnly ||
            (!areTogglesOnly && m_pressed.contains(m_page + name))) {
            continue;
        }
        m_pressed.insert(m_page + name);
        button->click();
        looked(QStringLiteral("pressed ") + name);
    }
}

void PageWalk::commands()
{
    const auto* shown = m_world.window.page(m_page);
    QList<QPointer<QAction>> actions;
    for (QAction* each : shown->commands()) {
        actions.append(each);
    }
    for (const QPointer<QAction>& action : actions) {
        if (action && action->isEnabled() && !action->isSeparator()) {
            const QString name = action->text();
            action->trigger();
            looked(QStringLiteral("command ") + name.left(40));
        }
    }
}

void PageWalk::toolTips()
{
    for (const QPointer<QWidget>& each : visible<QWidget>(page())) {
        if (!each || !each->isVisible() || each->width() < 2) {
            continue;
        }
        for (const QPoint& at : {QPoint(each->width() / 2, qMin(14, each->height() / 2)),
                                 QPoint(each->width() / 2, each->height() / 2)}) {
            QHelpEvent help(QEvent::ToolTip, at, each->mapToGlobal(at));
            QApplication::sendEvent(each, &help);
            for (QWidget* top : QApplication::topLevelWidgets()) {
                if (top->isVisible() && top->inherits("QTipLabel")) {
                    m_look(*top, m_page + QLatin1String(", a tooltip"));
                }
            }
        }
    }
    QToolTip::hideText();
}

} // namespace parley::test
