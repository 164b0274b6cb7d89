// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

class QWidget;

namespace parley::test {

/// What a person reads in a widget: its text, or the rows of its list.
QString readText(const QWidget& widget);

/// The visible widget that goes by this name: its object name, else its accessible name, else what its button
/// says. What a dialog holds comes first: a person cannot reach past it. Null: there is none.
QWidget* findWidget(const QString& name);

/// The visible widgets that can be named, one a line: for whoever looks for one.
QString listWidgets();

/// Does to a widget what a person would: `what` is click, type, paste, clear, key, choose, activate, check or
/// drop; `more` says with what. @return {"ok":true,…} or {"ok":false,"error"}
QJsonObject act(QWidget& widget, const QString& what, const QJsonObject& more);

/// Goes to the tab that has this title.
QJsonObject chooseTab(const QString& title);
/// Triggers what an open menu offers.
QJsonObject chooseInMenu(const QString& text);

QJsonObject done(QJsonObject more = {});
QJsonObject refused(const QString& why);

} // namespace parley::test
