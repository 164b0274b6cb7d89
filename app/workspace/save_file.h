// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace parley::console {

/// A name for a file, from words that may be anybody's: no folder, nothing hidden, nothing that a disk
/// refuses.
QString fileNameOf(const QString& name);

/// Asks where a file shall be written. Returns at once; `then` gets the path when the person has chosen one.
/// @param name suggested, with its ending @param filter as QFileDialog takes it, such as "CSV (*.csv)"
void askSavePath(QWidget* parent,
                 const QString& title,
                 const QString& name,
                 const QString& filter,
                 std::function<void(const QString& path)> then);

/// All or nothing: a file that was there stays as it was when this fails.
/// @return what went wrong, in words; empty: nothing
QString writeFile(const QString& path, const QByteArray& bytes);

/// One line of a CSV file, with its end (RFC 4180). A cell that a spreadsheet would take for a formula is
/// given as text.
QByteArray csvLine(const QStringList& cells);
/// What a CSV file begins with, so that spreadsheets read it as UTF-8.
QByteArray csvBegin();

} // namespace parley::console
