// SPDX-License-Identifier: MIT
#include "server/live/conversation_feed.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

std::chrono::steady_clock::time_point now()
{
    return std::chrono::steady_clock::now();
}

/// A conversation whose events go into the log at once, and to the hub when the test says so.
struct World : test::DeskWorld {
    World(store::Database& db, const TenantId& owner) : DeskWorld(db, owner), hub({io.get_executor()})
    {
        id = converse();
    }

    std::unique_ptr<live::ConversationFeed> feed(std::int64_t after = 0,
                                                 proto::Audience audience = proto::Audience::Customer)
    {
        return std::make_unique<live::ConversationFeed>(
            hub, database, io.get_executor(), tenant, id, audience, after);
    }

    /// Appends messages "1", "2", …; a note instead where `kind` says so.
    void say(int count, const std::string& kind = "text")
    {
        for (int i = 0; i < count; ++i) {
            store::MessageRow row;
            row.id = ids.make<MessageId>();
            row.conversation = id;
            row.sender = "agent";
            row.kind = kind;
            row.text = std::to_string(++said);
            QVERIFY(write([&](store::Transaction& tx) { return journal.message(tx, tenant, row); }));
        }
    }

    /// Hands the events with these places in what was published to the hub.
    void pass(std::initializer_list<std::size_t> places)
    {
        for (const std::size_t place : places) {
            hub.publish(publisher.events().at(place));
        }
    }

    /// "1:text 2:text": numbers and texts of what the feed gives until it has nothing more.
    std::string drain(live::ConversationFeed& from)
    {
        std::string got;
        // Events that are on their way through the hub come first.
        io.restart();
        io.poll();
        for (;;) {
            const live::FeedItem item = test::must(run(from.next(now())));
            if (!item.data) {
                return got;
            }
            const auto json = nlohmann::json::parse(*item.data);
            const std::string text =
                json.contains("message") ? json["message"]["text"].get<std::string>() : "-";
            got += (got.empty() ? "" : " ") + std::to_string(item.seq) + ":" + text;
        }
    }

    live::Hub hub;
    ConversationId id;
    int said = 0;
};

/// Somebody who waits in next() and takes what passes straight.
struct Straight {
    Straight(World& owner, live::ConversationFeed& watched) : world(owner), from(watched)
    {
        world.drain(from); // what the log has comes first
        from.setStraight([this](const live::FeedItem& item, live::Delivery&) {
            const std::string seq = std::to_string(item.seq);
            if (seq == refused) {
                return false;
            }
            got += (got.empty() ? "" : " ") + seq;
            return true;
        });
        boost::asio::co_spawn(world.io,
                              from.next(std::chrono::steady_clock::time_point::max()),
                              [this](std::exception_ptr, Result<live::FeedItem> item) {
                                  next = std::move(item);
                              });
        poll();
    }

    ~Straight()
    {
        from.close();
        finish();
    }
    Straight(const Straight&) = delete;
    Straight& operator=(const Straight&) = delete;

    void poll()
    {
        world.io.restart();
        world.io.poll();
    }

    void finish()
    {
        world.io.restart();
        while (!next.has_value() && world.io.run_one() > 0) {}
    }

    World& world;
    live::ConversationFeed& from;
    std::string refused;
    std::string got;
    std::optional<Result<live::FeedItem>> next;
};

} // namespace

class ConversationFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasMissedComesFromTheLog_data() { test::addDatabaseRows(); }
    void whatWasMissedComesFromTheLog()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        world.say(3);
        const auto fromStart = world.feed();
        const auto resumed = world.feed(2);

        QCOMPARE(world.drain(*fromStart), std::string("1:1 2:2 3:3"));
        QCOMPARE(world.drain(*resumed), std::string("3:3"));
    }

    void aLongLogComesPageByPageWithoutAGap()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        world.say(401);
        const auto feed = world.feed();
        std::string expected;
        for (int i = 1; i <= 401; ++i) {
            expected += (i > 1 ? " " : "") + std::to_string(i) + ":" + std::to_string(i);
        }

        QCOMPARE(world.drain(*feed), expected);
    }

    void whatHappensNowComesFromTheHubAlone()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        World world(database, fresh.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        const int reads = database.reads();
        world.say(2);
        world.pass({0, 1});

        QCOMPARE(world.drain(*feed), std::string("1:1 2:2"));
        QCOMPARE(database.reads(), reads);
    }

    void aMixedUpHubIsPutInOrder_data()
    {
        QTest::addColumn<std::vector<int>>("places");
        QTest::newRow("backwards") << std::vector<int>{2, 1, 0};
        QTest::newRow("one late") << std::vector<int>{1, 2, 0};
        QTest::newRow("repeated") << std::vector<int>{0, 0, 1, 1, 2, 0};
        QTest::newRow("one lost") << std::vector<int>{0, 2};
    }
    void aMixedUpHubIsPutInOrder()
    {
        QFETCH(std::vector<int>, places);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        world.say(3);
        for (const int place : places) {
            world.pass({static_cast<std::size_t>(place)});
        }

        QCOMPARE(world.drain(*feed), std::string("1:1 2:2 3:3"));
    }

    void anEventOfBothWaysComesOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        world.say(2);
        world.pass({0, 1});

        QCOMPARE(world.drain(*feed), std::string("1:1 2:2"));
    }

    void anOverrunInboxFallsBackToTheLog()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        const int count = static_cast<int>(live::Inbox::kCapacity) + 5;
        world.say(count);
        for (int i = 0; i < count; ++i) {
            world.pass({static_cast<std::size_t>(i)});
        }

        const std::string got = world.drain(*feed);

        QVERIFY2(got.starts_with("1:1 2:2 3:3 "), got.c_str());
        QVERIFY2(got.ends_with(" 68:68 69:69"), got.c_str());
        QCOMPARE(std::count(got.begin(), got.end(), ' '), std::ptrdiff_t{count - 1});
    }

    void notesAreForOperatorsAndLeaveNoGapForCustomers()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto customer = world.feed();
        const auto supporter = world.feed(0, proto::Audience::Operator);
        QCOMPARE(world.drain(*customer) + world.drain(*supporter), std::string());
        world.say(1);
        world.say(1, "note");
        world.say(1);
        world.pass({0, 1, 2});

        QCOMPARE(world.drain(*customer), std::string("1:1 2:3"));
        QCOMPARE(world.drain(*supporter), std::string("1:1 2:2 3:3"));
    }

    void whatHasNoNumberPassesThrough()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        desk::PublishedEvent typing;
        typing.tenant = world.tenant;
        typing.conversation = world.id;
        typing.type = "typing";
        typing.customerData = typing.operatorData = std::make_shared<const std::string>("{}");
        world.hub.publish(typing);

        QCOMPARE(world.drain(*feed), std::string("0:-"));
    }

    void anEventWakesWhoWaits()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        std::optional<Result<live::FeedItem>> got;
        boost::asio::co_spawn(world.io,
                              feed->next(std::chrono::steady_clock::time_point::max()),
                              [&](std::exception_ptr, Result<live::FeedItem> item) {
                                  got = std::move(item);
                              });
        world.io.restart();
        world.io.poll();
        world.say(1);
        world.pass({0});

        world.io.restart();
        world.io.run();

        QCOMPARE((*got)->seq, std::int64_t{1});
    }

    void whatFollowsPassesStraightToWhoWaits()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        Straight straight(world, *feed);
        world.say(3);
        world.pass({0, 0, 1, 2, 1});

        straight.poll();

        QCOMPARE(straight.got, std::string("1 2 3"));
        QVERIFY(!straight.next.has_value());
        QCOMPARE(feed->position(), std::int64_t{3});
    }

    void whatNobodyWaitsForDoesNotPassStraight()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        std::string got;
        feed->setStraight([&](const live::FeedItem&, live::Delivery&) {
            got += "!";
            return true;
        });
        world.say(2);
        world.pass({0, 1});

        QCOMPARE(world.drain(*feed), std::string("1:1 2:2"));
        QCOMPARE(got, std::string());
    }

    void aGapOrARefusalGoesTheOrdinaryWay_data()
    {
        QTest::addColumn<std::vector<int>>("places");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("straight");
        QTest::addColumn<QString>("rest");
        QTest::newRow("a gap") << std::vector<int>{0, 2, 1} << ""
                               << "1"
                               << "2:2 3:3";
        QTest::newRow("the first is refused") << std::vector<int>{0, 1, 2} << "1"
                                              << ""
                                              << "1:1 2:2 3:3";
        QTest::newRow("the second is refused") << std::vector<int>{0, 1, 2} << "2"
                                               << "1"
                                               << "2:2 3:3";
    }
    void aGapOrARefusalGoesTheOrdinaryWay()
    {
        QFETCH(std::vector<int>, places);
        QFETCH(QString, refused);
        QFETCH(QString, straight);
        QFETCH(QString, rest);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        Straight waiting(world, *feed);
        waiting.refused = refused.toStdString();
        world.say(3);
        for (const int place : places) {
            world.pass({static_cast<std::size_t>(place)});
        }

        waiting.finish();

        QCOMPARE(waiting.got, straight.toStdString());
        QVERIFY(waiting.next.has_value() && waiting.next->has_value());
        const std::string first = std::to_string((*waiting.next)->seq);
        const std::string others = world.drain(*feed);
        QCOMPARE(first + ":" + first + " " + others, rest.toStdString());
    }

    void notesPassCustomersByWithoutWakingThem()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        Straight straight(world, *feed);
        world.say(1, "note");
        world.say(1);
        world.pass({0, 1});

        straight.poll();

        QCOMPARE(straight.got, std::string("1"));
        QVERIFY(!straight.next.has_value());
    }

    void closingWakesWhoWaits()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto feed = world.feed();
        QCOMPARE(world.drain(*feed), std::string());
        std::optional<Result<live::FeedItem>> got;
        boost::asio::co_spawn(world.io,
                              feed->next(std::chrono::steady_clock::time_point::max()),
                              [&](std::exception_ptr, Result<live::FeedItem> item) {
                                  got = std::move(item);
                              });
        world.io.restart();
        world.io.poll();
        QVERIFY(!got.has_value());

        feed->close();
        world.io.restart();
        world.io.run();

        QVERIFY(got.has_value() && got->has_value());
        QVERIFY((*got)->data == nullptr);
        QVERIFY(feed->isClosed());
    }

    void aLogThatCannotBeReadIsToldAndReadLater()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        World world(database, fresh.first);
        world.say(2);
        const auto feed = world.feed();
        database.failReads(1);

        QVERIFY(world.run(feed->next(now())).error().code == ErrorCode::Storage);
        QCOMPARE(world.drain(*feed), std::string("1:1 2:2"));
    }
};

PARLEY_TEST("conversation_feed", ConversationFeedTest)
#include "conversation_feed_test.moc"
