// SPDX-License-Identifier: MIT
#include "server/live/hub.h"
#include "tests/support/test_main.h"

#include <boost/asio/io_context.hpp>

using namespace parley;
using namespace parley::server;

namespace {

desk::PublishedEvent
published(const std::string& tenant, const std::string& conversation, std::int64_t seq = 1)
{
    desk::PublishedEvent made;
    made.tenant.value = tenant;
    made.conversation.value = conversation;
    made.seq = seq;
    made.type = "message.created";
    return made;
}

struct World {
    std::unique_ptr<live::Hub::Subscription> watch(const std::string& tenant,
                                                   const std::string& conversation,
                                                   const std::shared_ptr<live::Inbox>& inbox)
    {
        return hub.subscribe(io.get_executor(), TenantId{tenant}, conversation, inbox);
    }

    std::shared_ptr<live::Inbox> inbox()
    {
        return std::make_shared<live::Inbox>([this] { ++wakes; });
    }

    void deliver()
    {
        for (boost::asio::io_context* one : {&io, &otherIo}) {
            one->restart();
            one->run();
        }
    }

    boost::asio::io_context io;
    boost::asio::io_context otherIo;
    live::Hub hub{{io.get_executor(), otherIo.get_executor()}};
    int wakes = 0;
};

} // namespace

class HubTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseWhoWatchTheConversationGetItsEvents()
    {
        World world;
        const auto mine = world.inbox();
        const auto second = world.inbox();
        const auto otherConversation = world.inbox();
        const auto otherTenant = world.inbox();
        const auto a = world.watch("t1", "c1", mine);
        const auto b = world.watch("t1", "c1", second);
        const auto c = world.watch("t1", "c2", otherConversation);
        const auto d = world.watch("t2", "c1", otherTenant);

        world.hub.publish(published("t1", "c1"));
        world.deliver();

        QVERIFY(mine->take() != nullptr);
        QVERIFY(second->take() != nullptr);
        QVERIFY(otherConversation->take() == nullptr);
        QVERIFY(otherTenant->take() == nullptr);
        QCOMPARE(world.wakes, 2);
    }

    void everyThreadsSubscribersAreReached()
    {
        World world;
        const auto here = world.inbox();
        const auto there = world.inbox();
        const auto a = world.watch("t1", "c1", here);
        const auto b = world.hub.subscribe(world.otherIo.get_executor(), TenantId{"t1"}, "c1", there);

        world.hub.publish(published("t1", "c1"));
        world.deliver();

        QVERIFY(here->take() != nullptr);
        QVERIFY(there->take() != nullptr);
    }

    void anEndedSubscriptionGetsNothingMore()
    {
        World world;
        const auto gone = world.inbox();
        const auto stays = world.inbox();
        auto a = world.watch("t1", "c1", gone);
        const auto b = world.watch("t1", "c1", stays);
        QCOMPARE(world.hub.subscribers(), std::size_t{2});
        world.hub.publish(published("t1", "c1"));
        a.reset();

        world.deliver();

        QVERIFY(gone->take() == nullptr);
        QVERIFY(stays->take() != nullptr);
        QCOMPARE(world.hub.subscribers(), std::size_t{1});
    }

    void knowsWhetherAnybodyWatches()
    {
        World world;
        QVERIFY(!world.hub.isWatched());
        auto a = world.watch("t1", "c1", world.inbox());
        QVERIFY(world.hub.isWatched());
        a.reset();
        QVERIFY(!world.hub.isWatched());
    }

    void aForeignExecutorIsRefused()
    {
        World world;
        boost::asio::io_context foreign;

        QVERIFY_EXCEPTION_THROWN(
            (void)world.hub.subscribe(foreign.get_executor(), TenantId{"t1"}, "c1", world.inbox()),
            std::logic_error);
    }

    void whatPassesStraightNeedsNoInbox()
    {
        World world;
        std::vector<std::int64_t> passed;
        const auto straight = [&](live::Delivery& delivery) {
            passed.push_back(delivery.event().seq);
            return delivery.event().seq < 3;
        };
        const auto inbox = std::make_shared<live::Inbox>([&] { ++world.wakes; }, straight);
        const auto watching = world.watch("t1", "c1", inbox);

        for (std::int64_t seq = 1; seq <= 4; ++seq) {
            world.hub.publish(published("t1", "c1", seq));
        }
        world.deliver();

        // The third is refused, and then the fourth must not overtake it.
        QVERIFY(passed == (std::vector<std::int64_t>{1, 2, 3}));
        QCOMPARE(world.wakes, 2);
        QCOMPARE(inbox->take()->seq, std::int64_t{3});
        QCOMPARE(inbox->take()->seq, std::int64_t{4});
    }

    void bytesAreMadeOnceForAllWhoSeeTheSame()
    {
        const auto event = published("t1", "c1");
        const auto data = std::make_shared<const std::string>("{}");
        const auto other = std::make_shared<const std::string>("{}");
        live::Delivery delivery(event);
        int made = 0;
        const auto make = [&] { return std::make_shared<const std::string>(std::to_string(++made)); };

        QCOMPARE(*delivery.once(data, 1, 0, make), std::string("1"));
        QCOMPARE(*delivery.once(data, 1, 0, make), std::string("1"));
        QCOMPARE(*delivery.once(other, 1, 0, make), std::string("2"));
        QCOMPARE(*delivery.once(data, 2, 0, make), std::string("3"));
        QCOMPARE(*delivery.once(data, 1, 1, make), std::string("4"));
        QCOMPARE(*delivery.once(data, 1, 0, make), std::string("1"));
    }

    void anAbandonedInboxCallsNobody()
    {
        World world;
        int asked = 0;
        const auto inbox = std::make_shared<live::Inbox>([&] { ++world.wakes; },
                                                         [&](live::Delivery&) { return ++asked > 0; });
        const auto watching = world.watch("t1", "c1", inbox);
        inbox->abandon();

        world.hub.publish(published("t1", "c1"));
        world.deliver();

        QCOMPARE(asked + world.wakes, 0);
    }

    void anInboxDropsEverythingBeyondItsBound_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<bool>("overrun");
        QTest::newRow("just full") << int(live::Inbox::kCapacity) << false;
        QTest::newRow("one more") << int(live::Inbox::kCapacity) + 1 << true;
    }
    void anInboxDropsEverythingBeyondItsBound()
    {
        QFETCH(int, events);
        QFETCH(bool, overrun);
        live::Inbox inbox([] {});
        for (int i = 0; i < events; ++i) {
            inbox.put(std::make_shared<const desk::PublishedEvent>(published("t1", "c1", i + 1)));
        }

        QCOMPARE(inbox.takeOverrun(), overrun);
        QVERIFY(!inbox.takeOverrun());
        QCOMPARE(inbox.take() == nullptr, overrun);
    }
};

PARLEY_TEST("hub", HubTest)
#include "hub_test.moc"
