// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace parley::console {

/// Asks before something is destroyed. Returns at once; `then` is called when the person agrees.
/// @param destroys what goes with it and cannot be had back, in words
/// @param button says what happens: "Delete tenant", never "OK"
/// @param typed what must be typed before the button can be pressed; empty: nothing
void confirmDestruction(QWidget* parent,
                        const QString& title,
                        const QString& destroys,
                        const QString& button,
                        std::function<void()> then,
                        const QString& typed = {});

/// Opens a link in the browser or mail program, after showing where it leads and asking. Only http, https and
/// mailto are ever opened; others are said to be refused.
void openLink(QWidget* parent, const QUrl& link);
/// Opens a page of the product itself in the browser, at once: the button that was pressed says so. Never for
/// what a message, a document or a tool names.
/// @return false: no browser could be started, or it is no web address
bool openOwnPage(const QUrl& page);
/// Whether openLink would ask, rather than refuse.
bool mayOpen(const QUrl& link);

} // namespace parley::console
