// SPDX-License-Identifier: MIT
#include "server/daemon/edge_adapters.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using State = edge::IdempotencyClaim::State;

namespace {

struct World {
    explicit World(store::Database& database) : store(database, clock) {}

    edge::IdempotencyClaim claim(const edge::IdempotencyKey& key, const std::string& hash = "h1")
    {
        return test::must(test::runCoroutine(io, port.claim(key, hash)));
    }

    boost::asio::io_context io;
    test::FakeClock clock;
    identity::Idempotency store;
    daemon::IdempotencyPort port{store};
};

} // namespace

class EdgeAdaptersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstAnswerIsGivenAgain_data() { test::addDatabaseRows(); }
    void theFirstAnswerIsGivenAgain()
    {
        PARLEY_DATABASE(database);
        World world(*database);
        const edge::IdempotencyKey key{database.first, "supporter:u1", "POST /users", "k1"};

        QVERIFY(world.claim(key).state == State::Claimed);
        QVERIFY(world.claim(key).state == State::Running);
        test::must(test::runCoroutine(world.io, world.port.complete(key, {201, "application/json", "{}"})));

        const auto again = world.claim(key);
        QVERIFY(again.state == State::Answered);
        QCOMPARE(again.answer.status, 201);
        QCOMPARE(again.answer.body, std::string("{}"));
        QVERIFY(world.claim(key, "h2").state == State::OtherBody);
    }

    void anAbandonedRequestMayBeMadeAnew()
    {
        test::FreshDatabase database("sqlite");
        World world(*database);
        const edge::IdempotencyKey key{database.first, "supporter:u1", "POST /users", "k1"};
        QVERIFY(world.claim(key).state == State::Claimed);

        test::must(test::runCoroutine(world.io, world.port.abandon(key)));

        QVERIFY(world.claim(key).state == State::Claimed);
    }

    void aRouteWithoutATenantKeepsNothing()
    {
        test::FreshDatabase database("sqlite");
        World world(*database);
        const edge::IdempotencyKey key{{}, "admin:u1", "POST /tenants", "k1"};

        QVERIFY(world.claim(key).state == State::Claimed);
        test::must(test::runCoroutine(world.io, world.port.complete(key, {201, "application/json", "{}"})));
        QVERIFY(world.claim(key).state == State::Claimed);
    }

    void oneRequestTooManyHearsHowLongToWait()
    {
        test::FakeClock clock;
        daemon::RatePort rates(clock);
        QVERIFY(!rates.count("user:1", 2).has_value());
        QVERIFY(!rates.count("user:1", 2).has_value());

        const auto wait = rates.count("user:1", 2);

        QVERIFY(wait.has_value());
        QVERIFY(!rates.count("user:2", 2).has_value());
        clock.advanceMs((wait->count() - 1) * 1000);
        QVERIFY(rates.count("user:1", 2).has_value());
        clock.advanceMs(1000);
        QVERIFY(!rates.count("user:1", 2).has_value());
    }

    void anUnknownTenantIsNotFoundAndAllowsNoOrigin()
    {
        test::FreshDatabase database("sqlite");
        const identity::TenantDirectory directory(*database);
        daemon::TenantPort tenants(directory);
        daemon::OriginPort origins(directory);
        boost::asio::io_context io;

        QVERIFY(test::runCoroutine(io, tenants.resolve("nobody")).error().code == ErrorCode::NotFound);
        QVERIFY(!test::runCoroutine(io, origins.isAllowedAnywhere("https://a.example")));
        QVERIFY(!test::runCoroutine(io, origins.isAllowedByTenant(database.first, "https://a.example")));
        QVERIFY(!test::runCoroutine(io, origins.isAllowedByPublicKey("pk_x", "https://a.example")));
    }
};

PARLEY_TEST("edge_adapters", EdgeAdaptersTest)
#include "edge_adapters_test.moc"
