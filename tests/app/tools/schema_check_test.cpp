// SPDX-License-Identifier: MIT
#include "app/tools/schema_check.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class SchemaCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsFaultsWithTheirLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const char* text, const char* path, int line) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(path) << line;
        };
        row("no json", "{\n  \"type\": \"object\",\n  oops\n}", "", 3);
        row("no object", "[1]", "", 1);
        row("no type", "{ \"properties\": {} }", "", 1);
        row("another type", "{\n\"type\": \"string\"}", "type", 2);
        row("unknown type",
            "{\"type\":\"object\",\n\"properties\":{\"a\":{\n\"type\":\"text\"}}}",
            "properties.a.type",
            3);
        row("unknown keyword",
            "{\"type\":\"object\",\n\"properties\":{\n\"a\":{\"min\":1}}}",
            "properties.a.min",
            3);
        row("properties is a list", "{\"type\":\"object\",\n\"properties\":[]}", "properties", 2);
        row("a property is a text",
            "{\"type\":\"object\",\"properties\":{\n\"a\":\"string\"}}",
            "properties.a",
            2);
        row("empty enum",
            "{\"type\":\"object\",\"properties\":{\"a\":{\n\"enum\":[]}}}",
            "properties.a.enum",
            2);
        row("required names nothing",
            "{\"type\":\"object\",\"properties\":{\"a\":{}},\n\"required\":[\"b\"]}",
            "required[0]",
            2);
        row("negative length",
            "{\"type\":\"object\",\"properties\":{\"a\":{\n\"maxLength\":-1}}}",
            "properties.a.maxLength",
            2);
        row("outer reference",
            "{\"type\":\"object\",\"properties\":{\"a\":{\n\"$ref\":\"https://x.example\"}}}",
            "properties.a.$ref",
            2);
    }
    void findsFaultsWithTheirLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        QFETCH(int, line);

        const QList<SchemaFault> faults = schemaFaults(text);

        QVERIFY(!faults.isEmpty());
        QCOMPARE(faults.first().path, path);
        QCOMPARE(faults.first().line, line);
        QVERIFY(describeFaults(faults).contains(QString::number(line)));
    }

    void whatTheServerTakesHasNoFault_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QStringLiteral("  ");
        QTest::newRow("no properties") << QStringLiteral("{\"type\":\"object\"}");
        QTest::newRow("usual") << QStringLiteral(
            "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\","
            "\"minLength\":1,\"pattern\":\"^[0-9]+$\",\"description\":\"x\"},\"n\":{\"type\":[\"integer\","
            "\"null\"],"
            "\"minimum\":0},\"list\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/one\"}}},"
            "\"required\":[\"id\"],\"$defs\":{\"one\":{\"enum\":[1,2]}},\"x-note\":1}");
        QTest::newRow("alternatives") << QStringLiteral(
            "{\"type\":\"object\",\"properties\":{\"a\":true},\"anyOf\":[{\"required\":[\"a\"]}]}");
    }
    void whatTheServerTakesHasNoFault()
    {
        QFETCH(QString, text);

        QCOMPARE(describeFaults(schemaFaults(text)), QString());
    }

    void manyFaultsAreCutShort()
    {
        QString text = QStringLiteral("{\"type\":\"object\",\"properties\":{");
        for (int i = 0; i < 50; ++i) {
            text += QStringLiteral("%1\"p%2\":{\"type\":\"text\"}")
                        .arg(i == 0 ? QString() : QStringLiteral(","))
                        .arg(i);
        }

        QCOMPARE(schemaFaults(text + QStringLiteral("}}")).size(), 5);
    }
};

PARLEY_TEST("schema_check", SchemaCheckTest)
#include "schema_check_test.moc"
