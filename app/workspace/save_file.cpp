// SPDX-License-Identifier: MIT
#include "app/workspace/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SaveFile)
};

/// Whatever a spreadsheet skips before it looks for a formula.
bool isFormula(const QString& cell)
{
    bool isNumber = false;
    static_cast<void>(cell.toDouble(&isNumber));
    const QString begin = cell.trimmed();
    if (isNumber || cell.isEmpty()) {
        return false;
    }
    static const QString signs = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    return cell.front() == QLatin1Char('\t') || cell.front() == QLatin1Char('\r') ||
           (!begin.isEmpty() && signs.contains(begin.front()));
}

} // namespace

QString fileNameOf(const QString& name)
{
    constexpr int kLongest = 80;
    QString safe;
    for (const QChar each : name.right(kLongest)) {
        const bool isKept = each.isLetterOrNumber() || QStringLiteral("-_. ").contains(each);
        safe.append(isKept && each.unicode() < 0x80 ? each : QLatin1Char('_'));
    }
    while (safe.startsWith(QLatin1Char('.')) || safe.startsWith(QLatin1Char(' '))) {
        safe.remove(0, 1);
    }
    return safe.isEmpty() ? QStringLiteral("export") : safe;
}

void askSavePath(QWidget* parent,
                 const QString& title,
                 const QString& name,
                 const QString& filter,
                 std::function<void(const QString& path)> then)
{
    auto* dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(fileNameOf(name).section(QLatin1Char('.'), -1));
    dialog->selectFile(fileNameOf(name));
    QObject::connect(dialog,
                     &QFileDialog::fileSelected,
                     parent,
                     [then = std::move(then)](const QString& path) {
                         if (!path.isEmpty()) {
                             then(path);
                         }
                     });
    dialog->open();
}

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return Words::tr("%1 could not be written: %2").arg(path, file.errorString());
}

QByteArray csvLine(const QStringList& cells)
{
    QByteArrayList line;
    for (const QString& each : cells) {
        QByteArray cell = each.toUtf8();
        cell.replace('\0', "");
        if (isFormula(each)) {
            cell.prepend('\'');
        }
        // Spreadsheets of other countries end cells at semicolons and tabs.
        if (std::any_of(cell.begin(), cell.end(), [](char letter) {
                return QByteArrayLiteral("\",;\t\r\n").contains(letter);
            })) {
            cell = '"' + cell.replace('"', "\"\"") + '"';
        }
        line.append(cell);
    }
    return line.join(',') + "\r\n";
}

QByteArray csvBegin()
{
    return QByteArrayLiteral("\xEF\xBB\xBF");
}

} // namespace parley::console
