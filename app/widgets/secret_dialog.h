// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <utility>

class QWidget;

namespace parley::console {

/// Shows what the server says only once, such as a secret it has just made, with a button to copy each line.
/// Returns at once; the dialog stays until it is closed, and not by Escape alone: what is gone cannot be had
/// back.
/// @param lines names and values
void showSecretOnce(QWidget* parent,
                    const QString& title,
                    const QString& explanation,
                    const QList<std::pair<QString, QString>>& lines);

} // namespace parley::console
