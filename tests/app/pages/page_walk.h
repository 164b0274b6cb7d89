// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/pages/console_world.h"

#include <QSet>
#include <QStringList>

#include <functional>

class QAbstractButton;
class QAbstractItemView;

namespace parley::test {

/// Goes through a page as somebody would who tries everything: every row is chosen and opened, every tab
/// shown, every button pressed, every command run, every tooltip asked for; whatever dialog comes is looked
/// at, has its buttons left alone, and is closed.
class PageWalk {
public:
    /// Called after each step with the window that is to be looked at (the main one, a dialog, a popup).
    using Look = std::function<void(QWidget& window, const QString& step)>;

    PageWalk(ConsoleWorld& world, Look look) : m_world(world), m_look(std::move(look)) {}

    /// @param argument as Navigator::openPage takes it
    void walk(const QString& page, const QString& argument = {});
    int steps() const { return m_steps; }

private:
    void looked(const QString& step);
    void closeDialogs();
    void tabs();
    void rows();
    void rowsOf(QAbstractItemView& view);
    void buttons(bool areTogglesOnly);
    void commands();
    void toolTips();
    QWidget* page() const;

    ConsoleWorld& m_world;
    Look m_look;
    QString m_page;
    QSet<QString> m_pressed;
    int m_steps = 0;
};

} // namespace parley::test
