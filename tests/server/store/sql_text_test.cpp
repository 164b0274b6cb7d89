// SPDX-License-Identifier: MIT
#include "server/store/sql_text.h"
#include "tests/support/test_main.h"

using namespace parley::server::store;

class SqlTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreExpandedInTheOrderTheyAppear_data()
    {
        QTest::addColumn<std::string>("sql");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<std::size_t>>("arguments");
        using Order = std::vector<std::size_t>;

        QTest::newRow("in order") << std::string("VALUES ($1, $2)") << std::string("VALUES (?, ?)")
                                  << Order{0, 1};
        QTest::newRow("swapped") << std::string("$2 + $1") << std::string("? + ?") << Order{1, 0};
        QTest::newRow("repeated") << std::string("$1 $2 $1") << std::string("? ? ?") << Order{0, 1, 0};
        QTest::newRow("two digits") << std::string("$10,$1") << std::string("?,?") << Order{9, 0};
        QTest::newRow("literal") << std::string("'$1 it''s $2' || $1") << std::string("'$1 it''s $2' || ?")
                                 << Order{0};
        QTest::newRow("quoted name") << std::string("\"a$1\" = $1") << std::string("\"a$1\" = ?") << Order{0};
        QTest::newRow("line comment")
            << std::string("-- $1 don't\n$1") << std::string("-- $1 don't\n?") << Order{0};
        QTest::newRow("block comment")
            << std::string("/* $1 ' */$2") << std::string("/* $1 ' */?") << Order{1};
        QTest::newRow("JSON path") << std::string("x->>'$.a', $1") << std::string("x->>'$.a', ?") << Order{0};
        QTest::newRow("unended literal") << std::string("$1 'x $2") << std::string("? 'x $2") << Order{0};
    }

    void parametersAreExpandedInTheOrderTheyAppear()
    {
        QFETCH(std::string, sql);
        QFETCH(std::string, text);
        QFETCH(std::vector<std::size_t>, arguments);

        const auto expanded = toPositional(sql);

        QCOMPARE(expanded.text, text);
        QCOMPARE(expanded.arguments, arguments);
    }

    void conflictKeysBeginWithTheTenant_data()
    {
        QTest::addColumn<std::string>("sql");
        QTest::addColumn<std::string>("expected");

        QTest::newRow("one key") << std::string("ON CONFLICT (id) DO NOTHING")
                                 << std::string("ON CONFLICT (tenant_id, id) DO NOTHING");
        QTest::newRow("any case and space")
            << std::string("on\n conflict( a, b )") << std::string("on\n conflict(tenant_id,  a, b )");
        QTest::newRow("no key") << std::string("ON CONFLICT DO NOTHING")
                                << std::string("ON CONFLICT DO NOTHING");
        QTest::newRow("join") << std::string("JOIN t ON (a = b)") << std::string("JOIN t ON (a = b)");
        QTest::newRow("in a literal")
            << std::string("'ON CONFLICT (id)'") << std::string("'ON CONFLICT (id)'");
        QTest::newRow("longer word") << std::string("xon conflict (a)") << std::string("xon conflict (a)");
        QTest::newRow("twice") << std::string("ON CONFLICT (a) ON CONFLICT (b)")
                               << std::string("ON CONFLICT (tenant_id, a) ON CONFLICT (tenant_id, b)");
    }

    void conflictKeysBeginWithTheTenant()
    {
        QFETCH(std::string, sql);
        QFETCH(std::string, expected);

        QCOMPARE(withTenantConflictKeys(sql), expected);
    }

    void scriptsAreSplitAtTheSemicolonsThatEndStatements()
    {
        const std::string script =
            "-- first; not\nCREATE TABLE a (x TEXT DEFAULT ';');\n\n/* ; */ ;\n"
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; "
            "SELECT 1; END;\nSELECT 2";

        const auto statements = splitStatements(script);

        QCOMPARE(statements.size(), std::size_t{3});
        QCOMPARE(statements[0], std::string("CREATE TABLE a (x TEXT DEFAULT ';')"));
        QVERIFY(statements[1].starts_with("CREATE TRIGGER") && statements[1].ends_with("SELECT 1; END"));
        QCOMPARE(statements[2], std::string("SELECT 2"));
    }
};

PARLEY_TEST("sql_text", SqlTextTest)
#include "sql_text_test.moc"
