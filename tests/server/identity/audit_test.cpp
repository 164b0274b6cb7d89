// SPDX-License-Identifier: MIT
#include "server/identity/audit.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using namespace parley::server::identity;
using nlohmann::json;

class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsAreReplacedAtAnyDepth()
    {
        const json value = json::parse(R"({"name":"x","api_key":"sk","nested":[{"Client_Secret":"s","n":1}],
            "password":"","token":null,"max_tokens":9,"token_budget":5,"secret":{"a":1}})");

        const json redacted = redactSecrets(value);

        QCOMPARE(redacted.dump(),
                 json::parse(
                     R"({"name":"x","api_key":"********","nested":[{"Client_Secret":"********","n":1}],
            "password":"","token":null,"max_tokens":9,"token_budget":5,"secret":"********"})")
                     .dump());
    }

    void anEventIsPartOfItsTransaction_data() { test::addDatabaseRows(); }
    void anEventIsPartOfItsTransaction()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        UuidV7Source ids(clock);
        const Audit audit(clock, ids);
        const AuditEntry entry{"thing.change", "thing", "7", nullptr, {{"password", "p"}, {"n", 1}}};
        const auto write = [&](bool fails) {
            const auto job = [&](store::Transaction& tx) -> Result<void> {
                auto written = audit.write(tx, test::actor(security::Role::Supporter, database.first), entry);
                return fails ? Result<void>(fail(ErrorCode::Conflict, "No.")) : written;
            };
            return database->transactNow(store::Scope::of(database.first), job).has_value();
        };
        QVERIFY(!write(true));
        QVERIFY(write(false));
        const auto job = [](store::ReadTransaction& tx) {
            return store::AuditRepository().list(tx, store::AuditFilter());
        };

        const auto rows = database->readNow(store::Scope::of(database.first), job);

        QCOMPARE(rows->size(), std::size_t{1});
        QCOMPARE(rows->front().after, std::string(R"({"n":1,"password":"********"})"));
        QVERIFY(rows->front().before.empty());
        QCOMPARE(rows->front().actorRole, std::string("supporter"));
        QCOMPARE(rows->front().requestId, std::string("request-1"));
        QCOMPARE(rows->front().atMs, clock.nowMs());
    }
};

PARLEY_TEST("audit", AuditTest)
#include "audit_test.moc"
