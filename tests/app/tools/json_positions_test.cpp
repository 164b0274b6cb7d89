// SPDX-License-Identifier: MIT
#include "app/tools/json_positions.h"
#include "tests/support/test_main.h"

using parley::console::JsonPositions;

class JsonPositionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheLineOfEachValue()
    {
        const JsonPositions positions(QStringLiteral("{\n"
                                                     "  \"type\": \"object\",\n"
                                                     "  \"properties\": {\n"
                                                     "    \"a \\\" b\": { \"enum\": [\n"
                                                     "      1,\n"
                                                     "      2 ] }\n"
                                                     "  },\n"
                                                     "  \"required\": []\n"
                                                     "}"));

        QCOMPARE(positions.lineOf({}), 1);
        QCOMPARE(positions.lineOf(QStringLiteral("type")), 2);
        QCOMPARE(positions.lineOf(QStringLiteral("properties")), 3);
        QCOMPARE(positions.lineOf(QStringLiteral("properties.a \\\" b.enum[1]")), 6);
        QCOMPARE(positions.lineOf(QStringLiteral("required")), 8);
    }

    void ofWhatIsNotThereItTellsTheNearest()
    {
        const JsonPositions positions(QStringLiteral("{\n\"a\": [\n1]}"));

        QCOMPARE(positions.lineOf(QStringLiteral("a[7].b")), 2);
        QCOMPARE(positions.lineOf(QStringLiteral("nothing")), 1);
    }

    void anyTextComesToAnEnd_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* each :
             {"", "{", "[", "\"", "{\"a", "{\"a\":", "[[[[", "{]", "}{", "\\", "{\"a\":1,}", "[1,,2]"}) {
            QTest::addRow("%s", each) << QString::fromLatin1(each);
        }
        QTest::newRow("very deep") << QString(100'000, QLatin1Char('['));
    }
    void anyTextComesToAnEnd()
    {
        QFETCH(QString, text);

        QVERIFY(JsonPositions(text).lineOf(QStringLiteral("a")) >= 1);
    }
};

PARLEY_TEST("json_positions", JsonPositionsTest)
#include "json_positions_test.moc"
