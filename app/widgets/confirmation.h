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
/// Whether openLink would ask, rather than refuse.
bool mayOpen(const QUrl& link);

} // namespace parley::console
