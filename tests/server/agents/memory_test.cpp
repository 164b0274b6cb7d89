// SPDX-License-Identifier: MIT
#include "server/agents/memory.h"
#include "server/desk/sessions.h"
#include "shared/core/text.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    ConversationId byClient(const std::string& channel)
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = "u-1";
        request.isVerified = true;
        request.channel = channel;
        return test::must(run(sessions.continueFor(request))).id;
    }

    MessageId say(const ConversationId& id, const std::string& sender, const std::string& text)
    {
        store::MessageRow message;
        message.id = ids.make<MessageId>();
        message.conversation = id;
        message.sender = sender;
        message.kind = "text";
        message.text = text;
        message.createdMs = clock.nowMs();
        test::must(write([&](store::Transaction& tx) { return journal.message(tx, tenant, message); }));
        return message.id;
    }

    agents::Recollection recall(const ConversationId& id,
                                const MessageId& message,
                                const std::string& question,
                                bool isVerified = true,
                                bool wantsEarlier = true)
    {
        const nlp::Masked masked = nlp::maskPii(question);
        agents::RecallRequest request;
        request.tenant = tenant;
        request.conversation = id;
        request.message = message;
        request.isVerified = isVerified;
        request.wantsEarlier = wantsEarlier;
        request.question = masked.text;
        request.details = masked.map;
        return test::must(run(memory.recall(request, runtime::Budget())));
    }

    desk::Sessions sessions{services};
    agents::Memory memory{services};
};

} // namespace

class MemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHistoryIsWhatWasSaidBefore_data() { test::addDatabaseRows(); }
    void theHistoryIsWhatWasSaidBefore()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId id = world.converse();
        world.say(id, "user", "I am ann@shop.example. Where is my parcel?");
        world.say(id, "agent", "On its way.");
        world.say(id, "supporter", "It comes today.");
        const std::string question = "Write to bob@shop.example and ann@shop.example";
        const MessageId now = world.say(id, "user", question);
        world.say(id, "user", "Hurry");

        const agents::Recollection found = world.recall(id, now, question);

        QCOMPARE(found.history.size(), std::size_t{3});
        QVERIFY(found.history.at(0).role == llm::ChatRole::User);
        // The question's own details come first, and the same one has the same name.
        QCOMPARE(found.history.at(0).text, std::string("I am [email-2]. Where is my parcel?"));
        QVERIFY(found.history.at(1).role == llm::ChatRole::Assistant);
        QCOMPARE(found.history.at(2).text, std::string("It comes today."));
        QCOMPARE(found.details.size(), std::size_t{2});
        QVERIFY(found.summaries.empty());
    }

    void theHistoryHasBounds()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const ConversationId id = world.converse();
        for (int i = 0; i < 20; ++i) {
            world.say(id, "user", "short " + std::to_string(i));
        }
        const auto many = world.recall(id, {}, "x");
        QCOMPARE(many.history.size(), std::size_t{12});
        QCOMPARE(many.history.back().text, std::string("short 19"));

        for (int i = 0; i < 8; ++i) {
            world.say(id, "agent", std::string(5'000, 'y'));
        }
        const auto longOnes = world.recall(id, {}, "x");
        QCOMPARE(longOnes.history.size(), std::size_t{5});
        QCOMPARE(longOnes.history.front().text.size(), std::size_t{800});
    }

    void earlierConversationsAreToldToTheProvenCustomerAlone_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("isVerified");
        QTest::addColumn<bool>("wanted");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " proven").c_str()) << driver << true << true;
            QTest::newRow((driver + " not proven").c_str()) << driver << false << true;
            QTest::newRow((driver + " not wanted").c_str()) << driver << true << false;
        }
    }
    void earlierConversationsAreToldToTheProvenCustomerAlone()
    {
        PARLEY_DATABASE(database);
        QFETCH(bool, isVerified);
        QFETCH(bool, wanted);
        World world(database);
        const ConversationId earlier = world.byClient("email");
        world.say(earlier, "user", "My valve leaks, call +32 470 12 34 56");
        world.say(earlier, "agent", "Tighten it.");
        const ConversationId now = world.byClient("web");
        const MessageId message = world.say(now, "user", "The valve leaks again");

        const auto found = world.recall(now, message, "The valve leaks again", isVerified, wanted);

        const bool isOpen = isVerified && wanted;
        QCOMPARE(found.isVerified, isOpen);
        QCOMPARE(found.conversations,
                 isOpen ? std::vector<ConversationId>{earlier} : std::vector<ConversationId>());
        QCOMPARE(found.summaries.find("My valve leaks, call [phone]") != std::string::npos, isOpen);
        QVERIFY(found.summaries.find("470") == std::string::npos);
        QCOMPARE(found.passages, isOpen ? std::size_t{1} : std::size_t{0});
    }

    void summariesHaveBounds()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        for (int i = 0; i < 6; ++i) {
            const ConversationId earlier = world.byClient("channel " + std::to_string(i));
            world.say(earlier, "user", "The valve leaks " + std::string(4'000, 'x'));
            world.say(earlier, "agent", std::string(4'000, 'z'));
        }
        const ConversationId now = world.byClient("web");

        const auto found = world.recall(now, {}, "valve");

        QVERIFY(!found.summaries.empty());
        QVERIFY(codePoints(found.summaries) <= 2'000);
    }

    void aTurnThatBeganBeforeAnErasureIsNotHeld_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::addColumn<bool>("isHeld");
        for (const bool isFirst : {true, false}) {
            for (const bool isHeld : {true, false}) {
                QTest::addRow("%d %d", isFirst ? 1 : 0, isHeld ? 1 : 0) << isFirst << isHeld;
            }
        }
    }
    void aTurnThatBeganBeforeAnErasureIsNotHeld()
    {
        QFETCH(bool, isFirst);
        QFETCH(bool, isHeld);
        test::FreshDatabase database("sqlite");
        World world(database);
        const ConversationId id = world.converse();
        agents::RecallRequest request;
        request.tenant = world.tenant;
        request.conversation = id;
        request.message = world.say(id, "user", "My valve leaks");
        request.seq = 1;
        request.text = "My valve leaks";
        request.begunMs = world.clock.nowMs();
        if (!isHeld) {
            world.clock.advanceMs(5);
            world.memory.forget(world.tenant);
        }

        if (isFirst) {
            world.memory.heard(request);
        } else {
            test::must(world.run(world.memory.recall(request, runtime::Budget())));
        }

        // What is held in memory is given although the store has it no more.
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("DELETE FROM messages WHERE conversation_id = $1", {id.value});
        }));
        agents::RecallRequest next = request;
        next.message = MessageId();
        next.seq = 2;
        next.text = "And?";
        const auto found = test::must(world.run(world.memory.recall(next, runtime::Budget())));
        QCOMPARE(found.history.size(), isHeld ? std::size_t{1} : std::size_t{0});
    }

    void noTimeLeftIsATimeout()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        agents::RecallRequest request;
        request.tenant = world.tenant;
        const auto found =
            world.run(world.memory.recall(request, runtime::Budget::of(std::chrono::milliseconds(-1))));
        QVERIFY(found.error().code == ErrorCode::Timeout);
    }
};

PARLEY_TEST("memory", MemoryTest)
#include "memory_test.moc"
