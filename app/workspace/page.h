// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace parley::console {

/// One place of the main window. Made when it is first shown, kept until signing out or until the tenant
/// changes.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// It came to the front: reads what may have changed.
    virtual void activate() {}
    /// What Navigator::openPage brought; empty: nothing in particular.
    virtual void open(const QString& argument) { Q_UNUSED(argument) }
    /// What can be done here, for the palette (Ctrl+K) and the list of keys (?). Owned by the page.
    virtual QList<QAction*> commands() const { return actions(); }
    /// Something was typed that is not saved; asked before the page goes. Empty: nothing.
    virtual QString unsaved() const { return {}; }

Q_SIGNALS:
    /// A number behind the page's name in the navigation; 0: none.
    void countChanged(int count);
};

/// How a page stands in the navigation.
struct PageEntry {
    /// Stable, as Navigator::openPage takes it.
    QString id;
    QString title;
    QString icon;
    /// Heading it stands below; empty: none.
    QString section;
    /// Permission without which it is not shown; empty: everybody.
    QString permission;
    QKeySequence shortcut;
    /// False for pages of the whole platform, which an admin sees without having chosen a tenant.
    bool needsTenant = true;
    std::function<Page*(Workspace&, QWidget* parent)> make;
};

} // namespace parley::console
