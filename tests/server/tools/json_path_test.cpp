// SPDX-License-Identifier: MIT
#include "server/tools/json_path.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::tools::JsonPath;

class JsonPathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPathNamesAPart_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* path, const char* expected) {
            QTest::newRow(path) << std::string(path) << std::string(expected);
        };
        row("$", R"({"a":{"b":[10,20,30]},"list":[{"n":1},{"n":2},{}],"we ird":"x"})");
        row("$.a.b", "[10,20,30]");
        row("$.a.b[0]", "10");
        row("$.a.b[-1]", "30");
        row("$.a.b[*]", "[10,20,30]");
        row("$.list[*].n", "[1,2]");
        row("$['we ird']", "\"x\"");
        row("$[\"a\"]['b'][1]", "20");
        row("$.a.*", "[[10,20,30]]");
        row("$.list[9]", "nothing");
        row("$.missing", "nothing");
        row("$.a.b.c", "nothing");
        row("$.missing[*]", "[]");
        row("$.a.b[-4]", "nothing");
    }
    void aPathNamesAPart()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, expected);
        const auto root =
            nlohmann::json::parse(R"({"a":{"b":[10,20,30]},"list":[{"n":1},{"n":2},{}],"we ird":"x"})");

        const auto found = test::must(JsonPath::parse(path)).select(root);

        QCOMPARE(found ? found->dump() : std::string("nothing"), expected);
    }

    void whatIsNotOfTheSubsetIsRefused_data()
    {
        QTest::addColumn<std::string>("path");
        for (const char* path : {"",
                                 "a",
                                 "$a",
                                 "$.",
                                 "$..a",
                                 "$[",
                                 "$[]",
                                 "$[01]",
                                 "$[-0]",
                                 "$[1:2]",
                                 "$[1,2]",
                                 "$[?(@.a)]",
                                 "$['a",
                                 "$['a'",
                                 "$.a b",
                                 "$[ 0 ]",
                                 "$.1a",
                                 "$['\\u0041']",
                                 "$[99999999999]",
                                 "$.a[*",
                                 "@.a",
                                 "$.a.length()"}) {
            QTest::newRow(path) << std::string(path);
        }
        QTest::newRow("too many steps") << std::string("$") + [] {
            std::string steps;
            for (int i = 0; i < 33; ++i) {
                steps += ".a";
            }
            return steps;
        }();
    }
    void whatIsNotOfTheSubsetIsRefused()
    {
        QFETCH(std::string, path);

        const auto parsed = JsonPath::parse(path);

        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    }
};

PARLEY_TEST("json_path", JsonPathTest)
#include "json_path_test.moc"
