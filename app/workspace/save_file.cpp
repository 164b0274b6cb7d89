// SPDX-License-Identifier: MIT
#include "app/workspace/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::SaveFile)
};

} // namespace

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
    dialog->setDefaultSuffix(name.section(QLatin1Char('.'), -1));
    dialog->selectFile(name);
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
        bool isNumber = false;
        static_cast<void>(each.toDouble(&isNumber));
        if (!isNumber && !cell.isEmpty() && QByteArrayLiteral("=+-@\t\r").contains(cell.front())) {
            cell.prepend('\'');
        }
        if (cell.contains('"') || cell.contains(',') || cell.contains('\n') || cell.contains('\r')) {
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
