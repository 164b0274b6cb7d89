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

    void whatASpreadsheetWouldRunIsText_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("formula") << "=1+1" << QByteArray("'=1+1\r\n");
        QTest::newRow("after blanks") << "  =1+1" << QByteArray("'  =1+1\r\n");
        QTest::newRow("wide sign") << QString(QChar(0xff1d)) + QStringLiteral("1")
                                   << QByteArray("'\xEF\xBC\x9D"
                                                 "1\r\n");
        QTest::newRow("behind a semicolon") << "x;=1+1" << QByteArray("\"x;=1+1\"\r\n");
        QTest::newRow("behind a tab") << "x\t=1+1" << QByteArray("\"x\t=1+1\"\r\n");
        QTest::newRow("behind a line") << "x\n=1+1" << QByteArray("\"x\n=1+1\"\r\n");
        QTest::newRow("number") << "-12.5" << QByteArray("-12.5\r\n");
        QTest::newRow("nothing") << "" << QByteArray("\r\n");
    }

    void whatASpreadsheetWouldRunIsText()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine({cell}), line);
    }

    void aNameOfAFileLeadsNowhereElse()
    {
        QCOMPARE(fileNameOf(QStringLiteral("customer-0197a3c2.json")),
                 QStringLiteral("customer-0197a3c2.json"));
        QCOMPARE(fileNameOf(QStringLiteral("../../etc/x\\y:z.csv")), QStringLiteral("_.._etc_x_y_z.csv"));
        QCOMPARE(fileNameOf(QStringLiteral("..")), QStringLiteral("export"));
        QVERIFY(fileNameOf(QString(1'000, QLatin1Char('x')) + QStringLiteral(".csv"))
                    .endsWith(QLatin1String("x.csv")));
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
