// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/csv_text.h"
#include "server/knowledge/extract/pdf_layout.h"
#include "server/knowledge/extract/pdf_lines.h"
#include "tests/support/test_main.h"

using namespace parley::server::knowledge;

class PdfLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnTextIsReadInItsOrder_data()
    {
        QTest::addColumn<QString>("drawn");
        QTest::addColumn<QString>("read");
        QTest::newRow("Latin") << "Price (net): 9"
                               << "Price (net): 9";
        QTest::newRow("Hebrew") << QStringLiteral("םלוע םולש") << QStringLiteral("שלום עולם");
        QTest::newRow("number in Hebrew") << QStringLiteral("1234 ריחמ") << QStringLiteral("מחיר 1234");
        QTest::newRow("a Hebrew word in English")
            << QStringLiteral("The word םולש means peace") << QStringLiteral("The word שלום means peace");
    }

    void drawnTextIsReadInItsOrder()
    {
        QFETCH(QString, drawn);
        QFETCH(QString, read);

        QCOMPARE(logicalOrder(drawn.toStdString()), read.toStdString());
    }

    void listMarkers_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("expected");
        for (const char* marker : {"-", "*", "1.", "12)", "(3)", "a)", "iv.", "B."}) {
            QTest::newRow(marker) << QString::fromUtf8(marker) << true;
        }
        QTest::newRow("bullet") << QStringLiteral("•") << true;
        for (const char* word : {"1", "9.50", "No.", "1234.", "etc.", "()", "."}) {
            QTest::newRow(word) << QString::fromUtf8(word) << false;
        }
    }

    void listMarkers()
    {
        QFETCH(QString, word);
        QFETCH(bool, expected);

        QCOMPARE(isListMarker(word.toStdString()), expected);
    }

    void linesAreJoined_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("joined");
        QTest::newRow("space") << "one"
                               << "two"
                               << "one two";
        QTest::newRow("cut word") << "the sub-"
                                  << "scription"
                                  << "the subscription";
        QTest::newRow("compound") << "our self-"
                                  << "service page"
                                  << "our self-service page";
        QTest::newRow("name") << "Rhine-"
                              << "Ruhr"
                              << "Rhine- Ruhr";
        QTest::newRow("dash") << "a -"
                              << "b"
                              << "a - b";
        QTest::newRow("Han") << QStringLiteral("退款") << QStringLiteral("政策")
                             << QStringLiteral("退款政策");
        QTest::newRow("Hangul") << QStringLiteral("환불") << QStringLiteral("정책")
                                << QStringLiteral("환불 정책");
    }

    void linesAreJoined()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QFETCH(QString, joined);
        std::string out = text.toStdString();

        appendLine(out, line.toStdString());

        QCOMPARE(out, joined.toStdString());
    }

    void separatorsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<char>("separator");
        QTest::newRow("comma") << "a,b\n1,2\n" << ',';
        QTest::newRow("semicolon, with decimal commas") << "a;b\n1,5;2,5\n" << ';';
        QTest::newRow("tab") << "a\tb, c\n1\t2\n" << '\t';
        QTest::newRow("within quotes does not count") << "a;\"x,y,z\"\nb;\"1,2,3\"\n" << ';';
    }

    void separatorsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(char, separator);

        QCOMPARE(separatorOf(text.toStdString()), separator);
    }
};

PARLEY_TEST("pdf_lines", PdfLinesTest)
#include "pdf_lines_test.moc"
