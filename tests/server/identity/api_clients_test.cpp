// SPDX-License-Identifier: MIT
#include "server/identity/api_clients.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;

class ApiClientsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badFieldsAreNamed_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("scope");
        QTest::addColumn<int>("limit");
        QTest::addColumn<std::string>("field");
        const std::string fine;
        QTest::newRow("fine") << std::string("Shop") << std::string("chat") << 1 << fine;
        QTest::newRow("no name") << std::string() << std::string("chat") << 1 << std::string("name");
        QTest::newRow("no scope") << std::string("Shop") << std::string() << 1 << std::string("scopes");
        QTest::newRow("unknown scope")
            << std::string("Shop") << std::string("root") << 1 << std::string("scopes");
        QTest::newRow("limit 0") << std::string("Shop") << std::string("chat") << 0
                                 << std::string("requests_per_minute");
    }

    void badFieldsAreNamed()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, scope);
        QFETCH(int, limit);
        QFETCH(std::string, field);
        test::FreshDatabase database("sqlite");
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        NewApiClient wanted;
        wanted.name = name;
        if (!scope.empty()) {
            wanted.scopes.push_back(scope);
        }
        wanted.requestsPerMinute = limit;

        const auto made = node.run(node.clients.create(database.first, wanted, test::admin()));

        QCOMPARE(made ? std::string() : made.error().fields.front().field, field);
    }

    void anotherTenantsClientIsNotThereAndADeletedOneNeither_data() { test::addDatabaseRows(); }
    void anotherTenantsClientIsNotThereAndADeletedOneNeither()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        test::IdentityNode node(*database, clock);
        NewApiClient wanted;
        wanted.name = "Shop";
        wanted.scopes = {"chat"};
        const auto made = node.run(node.clients.create(database.first, wanted, test::admin()));
        QVERIFY(made.has_value());
        QCOMPARE(made->row.requestsPerMinute, 600);
        QVERIFY(made->secret.reveal().starts_with("ps_"));
        QVERIFY(made->row.secretHash == ApiClients::secretHash(made->secret.reveal()));
        const std::string id = made->row.id;

        QVERIFY(node.run(node.clients.get(database.second, id)).error().code == ErrorCode::NotFound);
        QVERIFY(node.run(node.clients.remove(database.second, id, test::admin())).error().code ==
                ErrorCode::NotFound);
        QCOMPARE(node.run(node.clients.list(database.first, "", 10))->size(), std::size_t{1});
        QVERIFY(node.run(node.clients.remove(database.first, id, test::admin())).has_value());
        QVERIFY(node.run(node.clients.get(database.first, id)).error().code == ErrorCode::NotFound);
        QCOMPARE(node.run(node.clients.list(database.first, "", 10))->size(), std::size_t{0});
    }
};

PARLEY_TEST("api_clients", ApiClientsTest)
#include "api_clients_test.moc"
