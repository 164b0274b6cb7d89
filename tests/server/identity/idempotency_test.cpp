// SPDX-License-Identifier: MIT
#include "server/identity/idempotency.h"
#include "tests/server/identity/identity_fixture.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::identity;
using Outcome = IdempotencyStart::Outcome;

namespace {

IdempotentRequest
request(const TenantId& tenant, const std::string& body = "{}", const std::string& key = "k1")
{
    IdempotentRequest made;
    made.tenant = tenant;
    made.principal = "supporter:u1";
    made.route = "POST /users";
    made.key = key;
    made.body = body;
    return made;
}

struct Node {
    explicit Node(server::store::Database& database, const Clock& clock, std::int64_t aloneSinceMs = 0)
        : idempotency(database, clock, aloneSinceMs)
    {}

    IdempotencyStart begin(IdempotentRequest wanted)
    {
        return test::runCoroutine(io, idempotency.begin(std::move(wanted))).value();
    }
    void finish(IdempotencyStart started, int status, std::string body)
    {
        auto done = idempotency.finish(std::move(started), status, std::move(body));
        QVERIFY(test::runCoroutine(io, std::move(done)).has_value());
    }

    boost::asio::io_context io;
    Idempotency idempotency;
};

} // namespace

class IdempotencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatRanBeforeTheOnlyNodeStartedRunsNoMore_data() { test::addDatabaseRows(); }
    void whatRanBeforeTheOnlyNodeStartedRunsNoMore()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        Node died(*database, clock);
        QVERIFY(died.begin(request(database.first)).outcome == Outcome::Run);
        clock.advance(std::chrono::milliseconds(5));
        Node alone(*database, clock, clock.nowMs());
        Node oneOfMany(*database, clock);

        QVERIFY(oneOfMany.begin(request(database.first)).outcome == Outcome::Wait);
        QVERIFY(alone.begin(request(database.first)).outcome == Outcome::Run);
        QVERIFY(alone.begin(request(database.first)).outcome == Outcome::Wait);
    }

    void theSecondRequestWaitsThenGetsTheFirstAnswer_data() { test::addDatabaseRows(); }
    void theSecondRequestWaitsThenGetsTheFirstAnswer()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        Node node(*database, clock);
        const auto first = node.begin(request(database.first));
        QVERIFY(first.outcome == Outcome::Run);
        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Wait);

        node.finish(first, 201, R"({"id":"x"})");

        const auto again = node.begin(request(database.first));
        QVERIFY(again.outcome == Outcome::Replay);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, std::string(R"({"id":"x"})"));
        QVERIFY(node.begin(request(database.second)).outcome == Outcome::Run);
    }

    void anotherBodyUnderTheKeyIsAMismatch_data() { test::addDatabaseRows(); }
    void anotherBodyUnderTheKeyIsAMismatch()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        Node node(*database, clock);
        const auto first = node.begin(request(database.first));
        QVERIFY(node.begin(request(database.first, "[]")).outcome == Outcome::Mismatch);
        node.finish(first, 200, "");

        QVERIFY(node.begin(request(database.first, "[]")).outcome == Outcome::Mismatch);
    }

    void secretsAreNotKept_data() { test::addDatabaseRows(); }
    void secretsAreNotKept()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        Node node(*database, clock);
        const auto first = node.begin(request(database.first));

        node.finish(first, 201, R"({"client_id":"pc_1","client_secret":"ps_1"})");

        QCOMPARE(node.begin(request(database.first)).body,
                 std::string(R"({"client_id":"pc_1","client_secret":"********"})"));
    }

    void aDeadAttemptIsTakenOverAfterAMinute_data() { test::addDatabaseRows(); }
    void aDeadAttemptIsTakenOverAfterAMinute()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        Node node(*database, clock);
        const auto dead = node.begin(request(database.first));
        clock.advance(std::chrono::milliseconds{59'999});
        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Wait);
        clock.advance(std::chrono::milliseconds{1});

        const auto next = node.begin(request(database.first));

        QVERIFY(next.outcome == Outcome::Run);
        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Wait);
        node.finish(dead, 200, "late");
        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Wait);
        node.finish(next, 201, "{}");
        QCOMPARE(node.begin(request(database.first)).status, 201);
    }

    void anAnswerIsKeptForADay_data() { test::addDatabaseRows(); }
    void anAnswerIsKeptForADay()
    {
        PARLEY_DATABASE(database);
        test::ManualClock clock;
        Node node(*database, clock);
        node.finish(node.begin(request(database.first)), 200, "{}");
        clock.advance(std::chrono::hours{24} - std::chrono::milliseconds{1});
        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Replay);

        clock.advance(std::chrono::milliseconds{1});

        QVERIFY(node.begin(request(database.first)).outcome == Outcome::Run);
    }

    void anAbandonedAttemptLeavesTheKeyFree_data() { test::addDatabaseRows(); }
    void anAbandonedAttemptLeavesTheKeyFree()
    {
        PARLEY_DATABASE(database);
        const test::ManualClock clock;
        Node node(*database, clock);
        auto first = node.begin(request(database.first));

        QVERIFY(test::runCoroutine(node.io, node.idempotency.abandon(std::move(first))).has_value());

        QVERIFY(node.begin(request(database.first, "[]")).outcome == Outcome::Run);
    }

    void unusableKeysAreRefused_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<bool>("ok");
        QTest::newRow("empty") << std::string() << false;
        QTest::newRow("255") << std::string(255, 'k') << true;
        QTest::newRow("256") << std::string(256, 'k') << false;
        QTest::newRow("control") << std::string("a\nb") << false;
        QTest::newRow("not ASCII") << std::string("\xc3\xa4") << false;
    }

    void unusableKeysAreRefused()
    {
        QFETCH(std::string, key);
        QFETCH(bool, ok);
        test::FreshDatabase database("sqlite");
        const test::ManualClock clock;
        Node node(*database, clock);

        const auto begun =
            test::runCoroutine(node.io, node.idempotency.begin(request(database.first, "", key)));

        QCOMPARE(begun.has_value(), ok);
    }
};

PARLEY_TEST("idempotency", IdempotencyTest)
#include "idempotency_test.moc"
