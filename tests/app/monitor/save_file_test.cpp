// SPDX-License-Identifier: MIT
#include "app/workspace/save_file.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

namespace parley::console {

class SaveFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedWhereTheyMust_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringList{QStringLiteral("a"), QStringLiteral("b c")}
                               << QByteArray("a,b c\r\n");
        QTest::newRow("first is empty")
            << QStringList{QString(), QStringLiteral("b")} << QByteArray(",b\r\n");
        QTest::newRow("comma") << QStringList{QStringLiteral("a,b")} << QByteArray("\"a,b\"\r\n");
        QTest::newRow("quote") << QStringList{QStringLiteral("say \"hi\"")}
                               << QByteArray("\"say \"\"hi\"\"\"\r\n");
        QTest::newRow("lines") << QStringList{QStringLiteral("a\nb")} << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("formula") << QStringList{QStringLiteral("=1+1")} << QByteArray("'=1+1\r\n");
        QTest::newRow("mention") << QStringList{QStringLiteral("@SUM(A1)")} << QByteArray("'@SUM(A1)\r\n");
        QTest::newRow("number") << QStringList{QStringLiteral("-0.42")} << QByteArray("-0.42\r\n");
    }

    void cellsAreQuotedWhereTheyMust()
    {
        QFETCH(QStringList, cells);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine(cells), line);
    }

    void aFileIsWrittenWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.csv"));

        QCOMPARE(writeFile(path, "text"), QString());

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("text"));
    }

    void whatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no/such/folder/list.csv"));

        const QString fault = writeFile(path, "text");

        QVERIFY(fault.startsWith(path));
    }
};

} // namespace parley::console

using parley::console::SaveFileTest;
PARLEY_TEST("save_file", SaveFileTest)
#include "save_file_test.moc"
