// SPDX-License-Identifier: MIT
#include "server/desk/patrol.h"
#include "tests/server/desk/queue_world.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

using namespace parley;
using namespace parley::server;
using test::kSecondMs;
using test::kTurnMs;

namespace {

/// A database that answers nobody of one tenant until it is let go.
class StuckDatabase final : public store::Database {
public:
    StuckDatabase(store::Database& inner, TenantId stuck) : m_inner(inner), m_stuck(std::move(stuck)) {}

    void submitWrite(store::Scope scope, WriteJob job, Done done) override
    {
        if (!hold(scope, [this, scope, job, done] { m_inner.submitWrite(scope, job, done); })) {
            m_inner.submitWrite(std::move(scope), std::move(job), std::move(done));
        }
    }

    void submitRead(store::Scope scope, ReadJob job, Done done) override
    {
        if (!hold(scope, [this, scope, job, done] { m_inner.submitRead(scope, job, done); })) {
            m_inner.submitRead(std::move(scope), std::move(job), std::move(done));
        }
    }

    void letGo()
    {
        m_isStuck = false;
        for (const auto& job : std::exchange(m_held, {})) {
            job();
        }
    }

    [[nodiscard]] std::size_t held() const { return m_held.size(); }
    Result<void> prepareTenant(const TenantId& tenant) override { return m_inner.prepareTenant(tenant); }
    void close() override { m_inner.close(); }
    [[nodiscard]] std::string_view driver() const override { return m_inner.driver(); }

private:
    bool hold(const store::Scope& scope, std::function<void()> job)
    {
        const bool isHeld = m_isStuck && scope.tenant == m_stuck;
        if (isHeld) {
            m_held.push_back(std::move(job));
        }
        return isHeld;
    }

    store::Database& m_inner;
    TenantId m_stuck;
    bool m_isStuck = true;
    std::vector<std::function<void()>> m_held;
};

class NobodyThere final : public desk::PresenceSource {
public:
    [[nodiscard]] std::vector<store::DeskPerson> people(const TenantId&) const override { return {}; }
};

/// A patrol over two tenants, of which the first has a database that hangs.
struct Beat {
    Beat(test::FreshDatabase& fresh, desk::VisitLimits limits)
        : database(*fresh, fresh.first),
          world(database, fresh.second),
          handoff(world.services),
          ownership(world.services, handoff),
          watchdog(
              world.services,
              handoff,
              ownership,
              [](const TenantId&) { return std::string("TF"); },
              std::chrono::milliseconds(kTurnMs)),
          places(world.services, world.publisher),
          patrol(
              world.services,
              watchdog,
              places,
              policies,
              presence,
              "node-1",
              io.get_executor(),
              [](std::string_view, std::string_view) {},
              limits),
          tenants{fresh.first, fresh.second}
    {
        world.services.policies = &policies;
    }

    void stop()
    {
        database.letGo();
        boost::asio::co_spawn(io, patrol.stop(), boost::asio::detached);
        io.run();
    }

    StuckDatabase database;
    test::DeskWorld world;
    desk::DeskPolicies policies;
    desk::Handoff handoff;
    desk::Ownership ownership;
    desk::Watchdog watchdog;
    desk::QueuePlaces places;
    NobodyThere presence;
    boost::asio::io_context io;
    desk::Patrol patrol;
    std::vector<TenantId> tenants;
};

} // namespace

class PatrolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTenantThatHangsKeepsNoOtherWaiting_data()
    {
        QTest::addColumn<int>("atOnce");
        QTest::newRow("a place each") << 2;
        QTest::newRow("one place, which it has to give up") << 1;
    }
    void aTenantThatHangsKeepsNoOtherWaiting()
    {
        QFETCH(int, atOnce);
        test::FreshDatabase fresh("sqlite");
        Beat beat(fresh, {static_cast<std::size_t>(atOnce), std::chrono::milliseconds(1)});
        const ConversationId id = beat.world.converse();
        test::must(beat.world.accept(id, "Where is my parcel?"));
        beat.world.clock.advanceMs(kTurnMs + 3'600 * kSecondMs);

        beat.patrol.start([&] { return beat.tenants; });
        while (beat.world.conversation(id).status == "open") {
            beat.io.run_one();
        }

        QCOMPARE(beat.world.conversation(id).status, std::string("waiting_for_agent"));
        QVERIFY(beat.database.held() > 0);
        beat.stop();
    }

    void onlyOneVisitOfATenantIsUnderWay()
    {
        test::FreshDatabase fresh("sqlite");
        Beat beat(fresh, {4, std::chrono::milliseconds(1)});
        const ConversationId id = beat.world.converse();
        test::must(beat.world.accept(id, "Hello?"));
        beat.world.clock.advanceMs(kTurnMs + 3'600 * kSecondMs);

        beat.patrol.start([&] { return beat.tenants; });
        while (beat.world.conversation(id).status == "open") {
            beat.patrol.wake(fresh.first);
            beat.io.run_one();
        }

        QCOMPARE(beat.database.held(), std::size_t{1});
        beat.stop();
    }
};

PARLEY_TEST("patrol", PatrolTest)
#include "patrol_test.moc"
