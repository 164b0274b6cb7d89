// SPDX-License-Identifier: MIT
#include "server/desk/handoff.h"
#include "server/live/queue_feed.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

/// A desk whose queue is watched.
struct World {
    explicit World(test::FreshDatabase& database)
        : desk(*database, database.first), hub({desk.io.get_executor()})
    {}

    void escalate()
    {
        const ConversationId id = desk.converse();
        desk::Handoff handoff(desk.services);
        desk::HandoffRequest request;
        request.tenant = desk.tenant;
        request.conversation = id;
        request.ticketPrefix = "TF";
        request.reason = "customer_request";
        test::must(desk.run(handoff.onRequest(request)));
        desk.io.restart();
        for (auto& event : desk.publisher.ofTopics()) {
            if (event.seq > published) {
                published = event.seq;
                hub.publish(event);
            }
        }
    }

    /// The numbers and types of what comes, until nothing does.
    std::string read(live::QueueFeed& feed)
    {
        std::string text;
        for (;;) {
            auto item = test::must(desk.run(feed.next(std::chrono::steady_clock::now())));
            if (item.type.empty()) {
                return text;
            }
            text += (text.empty() ? "" : " ") + std::to_string(item.seq) + ":" + item.type;
        }
    }

    test::DeskWorld desk;
    live::Hub hub;
    std::int64_t published = 0;
};

} // namespace

class QueueFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHandoffIsNumberedWithoutGaps_data() { test::addDatabaseRows(); }
    void everyHandoffIsNumberedWithoutGaps()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.escalate();
        live::QueueFeed feed(
            world.hub, world.desk.database, world.desk.io.get_executor(), world.desk.tenant, 0);
        QCOMPARE(world.read(feed), std::string("1:conversation.updated 2:ticket.created"));
        world.escalate();
        QCOMPARE(world.read(feed), std::string("3:conversation.updated 4:ticket.created"));
    }

    void fromNowBeginsBehindWhatWas()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.escalate();
        live::QueueFeed feed(
            world.hub, world.desk.database, world.desk.io.get_executor(), world.desk.tenant, live::kFromNow);
        QCOMPARE(world.read(feed), std::string());
        world.escalate();
        QCOMPARE(world.read(feed), std::string("3:conversation.updated 4:ticket.created"));
    }

    void whatIsNotKeptAnyMoreAsksForANewStart()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.escalate();
        test::must(world.desk.write([&](store::Transaction& tx) {
            return store::QueueLog().forget(tx, world.desk.clock.nowMs() + 1);
        }));
        live::QueueFeed late(
            world.hub, world.desk.database, world.desk.io.get_executor(), world.desk.tenant, 0);
        QCOMPARE(world.read(late), std::string("2:resync"));
        live::QueueFeed ahead(
            world.hub, world.desk.database, world.desk.io.get_executor(), world.desk.tenant, 99);
        QCOMPARE(world.read(ahead), std::string("2:resync"));
        world.escalate();
        QCOMPARE(world.read(late), std::string("3:conversation.updated 4:ticket.created"));
    }
};

PARLEY_TEST("queue_feed", QueueFeedTest)
#include "queue_feed_test.moc"
