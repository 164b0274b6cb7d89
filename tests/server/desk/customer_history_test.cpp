// SPDX-License-Identifier: MIT
#include "server/desk/conversation_summary.h"
#include "server/desk/customer_history.h"
#include "server/desk/handoff.h"
#include "server/desk/resolution.h"
#include "server/desk/sessions.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    desk::Session open(const std::string& user, bool isVerified, const std::string& resume = {})
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = user;
        request.email = user.empty() ? "" : user + "@shop.example";
        request.isVerified = isVerified;
        request.resumeToken = resume;
        return test::must(run(sessions.open(request)));
    }

    ConversationId byClient(const std::string& user, const std::string& channel)
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = user;
        request.isVerified = true;
        request.channel = channel;
        request.apiClient = "crm";
        return test::must(run(sessions.continueFor(request))).id;
    }

    void say(const ConversationId& id, const std::string& sender, const std::string& text)
    {
        clock.advanceMs(1'000);
        store::MessageRow message;
        message.id = ids.make<MessageId>();
        message.conversation = id;
        message.sender = sender;
        message.kind = "text";
        message.text = text;
        message.createdMs = clock.nowMs();
        test::must(write([&](store::Transaction& tx) { return journal.message(tx, tenant, message); }));
    }

    std::string handOver(const ConversationId& id, const std::string& question)
    {
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = id;
        request.customer = conversation(id).customer;
        request.ticketPrefix = "TF";
        request.reason = "low_confidence";
        request.question = question;
        const desk::Handoff handoff(services);
        return test::must(write([&](store::Transaction& tx) { return handoff.toQueue(tx, request); }))
            .ticket.reference;
    }

    void resolve(const std::string& ticket, const std::string& answer)
    {
        desk::ResolveRequest request;
        request.tenant = tenant;
        request.ticket = ticket;
        request.answer = answer;
        request.actor = {"s1", "Sam", false};
        test::must(run(resolution.resolve(request)));
    }

    desk::HistoryFound
    find(const ConversationId& now, bool isVerified, const std::string& question = "my parcel")
    {
        desk::HistoryQuery query;
        query.tenant = tenant;
        query.conversation = now;
        query.isVerified = isVerified;
        query.question = question;
        return test::must(run(history.find(query)));
    }

    /// A closed conversation of the proven customer about a lost parcel.
    ConversationId lostParcel(const std::string& user)
    {
        const ConversationId id = byClient(user, "email");
        say(id, "user", "Hello");
        say(id, "user", "My parcel TF-1042 is lost, write to ann@shop.example");
        say(id, "agent", "We look for it. [1]");
        return id;
    }

    std::string summaries()
    {
        std::string all;
        const auto rows = test::must(read([](store::ReadTransaction& tx) {
            return tx.query("SELECT question FROM conversation_summaries");
        }));
        for (const auto& row : rows) {
            all += row.text(0) + "\n";
        }
        return all;
    }

    desk::Sessions sessions{services};
    desk::Resolution resolution{services};
    desk::CustomerHistory history{services};
};

} // namespace

class CustomerHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProvenCustomerIsRememberedAcrossChannels_data() { test::addDatabaseRows(); }
    void theProvenCustomerIsRememberedAcrossChannels()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId earlier = world.lostParcel("u-1");
        const desk::Session now = world.open("u-1", true);

        const desk::HistoryFound found = world.find(now.conversation.id, true);

        QVERIFY(found.isVerified);
        QCOMPARE(found.conversations.size(), std::size_t{1});
        QVERIFY(found.conversations.front().id == earlier);
        QCOMPARE(found.conversations.front().channel, std::string("email"));
        QCOMPARE(found.conversations.front().question,
                 std::string("My parcel TF-1042 is lost, write to [email]"));
        QCOMPARE(found.conversations.front().outcome, std::string("answered"));
        QCOMPARE(found.conversations.front().resolution, std::string("We look for it."));
        QCOMPARE(found.passages.size(), std::size_t{1});
        QCOMPARE(found.passages.front().sender, std::string("user"));
        QVERIFY(world.summaries().find("ann@") == std::string::npos);
    }

    void whoIsNotProvenFindsNothing_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("who");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            for (const std::string who : {"same user id", "resume token", "another proven customer"}) {
                QTest::newRow((driver + " " + who).c_str()) << driver << who;
            }
        }
    }
    void whoIsNotProvenFindsNothing()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, who);
        World world(database);
        world.lostParcel("u-1");
        const desk::Session proven = world.open("u-1", true);
        world.say(proven.conversation.id, "user", "Where is my parcel?");
        QVERIFY(!world.find(proven.conversation.id, true).conversations.empty());

        const bool resumes = who == "resume token";
        const bool isOther = who == "another proven customer";
        const desk::Session now =
            world.open(isOther ? "u-2" : "u-1", isOther, resumes ? proven.resumeToken : std::string());
        const desk::HistoryFound found = world.find(now.conversation.id, isOther);

        // The token continues its own conversation, and opens no other.
        QCOMPARE(now.conversation.id == proven.conversation.id, resumes);
        QCOMPARE(found.isVerified, isOther);
        QVERIFY(found.conversations.empty());
        QVERIFY(found.passages.empty());
    }

    void theRowDecidesTooNotTheRequestAlone()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const desk::Session claimed = world.open("u-1", false);
        world.say(claimed.conversation.id, "user", "My parcel is lost");
        const ConversationId second = world.converse();
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("UPDATE conversations SET customer_id = $1 WHERE id = $2",
                              {claimed.conversation.customer.value, second.value});
        }));

        QVERIFY(!world.find(second, true).isVerified);
        QVERIFY(world.find(second, true).conversations.empty());
        QVERIFY(!world.find(ConversationId{"gone"}, true).isVerified);
    }

    void aMergedCustomersConversationsAreOpenToTheProvenOneOnly_data() { test::addDatabaseRows(); }
    void aMergedCustomersConversationsAreOpenToTheProvenOneOnly()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.lostParcel("u-1");
        const desk::Session proven = world.open("u-1", true);
        const desk::Session unproven = world.open("u-1", false);
        world.say(unproven.conversation.id, "user", "The valve of my parcel is broken");
        QVERIFY(!world.find(unproven.conversation.id, false).isVerified);

        // A supporter has seen that they are one person.
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("UPDATE conversations SET customer_id = $1 WHERE id = $2",
                              {proven.conversation.customer.value, unproven.conversation.id.value});
        }));

        QCOMPARE(world.find(proven.conversation.id, true).conversations.size(), std::size_t{2});
        // Whoever sits in front of the other browser has proven nothing by it.
        QVERIFY(world.find(unproven.conversation.id, false).conversations.empty());
    }

    void aPersonsAnswerAndTicketAreTheOutcome_data() { test::addDatabaseRows(); }
    void aPersonsAnswerAndTicketAreTheOutcome()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId earlier = world.byClient("u-1", "email");
        world.say(earlier, "user", "Can I have a refund for order 4711?");
        const std::string reference = world.handOver(earlier, "Can I have a refund for order 4711?");
        const ConversationId now = world.byClient("u-1", "web");
        QCOMPARE(world.find(now, true).conversations.front().outcome, std::string("waiting"));

        world.resolve(reference, "Yes, the money is on its way.");
        const desk::HistoryFound found = world.find(now, true, "refund 4711");

        QCOMPARE(found.conversations.front().outcome, std::string("resolved"));
        QCOMPARE(found.conversations.front().resolution, std::string("Yes, the money is on its way."));
        QCOMPARE(found.conversations.front().reference, reference);
        QCOMPARE(found.conversations.front().relevance, 1.0);
    }

    void whatSpeaksOfTheQuestionComesFirst()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const ConversationId parcel = world.lostParcel("u-1");
        for (int i = 0; i < 5; ++i) {
            const ConversationId other = world.byClient("u-1", "channel " + std::to_string(i));
            world.say(other, "user", "How do I reset my password?");
            world.say(other, "agent", "Open the sign-in page.");
        }
        const ConversationId now = world.byClient("u-1", "web");

        const auto found = world.find(now, true, "Where is parcel TF-1042?");
        QCOMPARE(found.conversations.size(), std::size_t{3});
        QVERIFY(found.conversations.front().id == parcel);
        QCOMPARE(found.passages.size(), std::size_t{1});

        const auto newest = world.find(now, true, "");
        QVERIFY(newest.conversations.front().id != parcel);
        QVERIFY(newest.passages.empty());
    }

    void aConversationThatWentOnIsReadAgain()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const ConversationId earlier = world.byClient("u-1", "email");
        world.say(earlier, "user", "My parcel is lost");
        const ConversationId now = world.byClient("u-1", "web");
        QCOMPARE(world.find(now, true).conversations.front().outcome, std::string("unanswered"));

        world.say(earlier, "agent", "It was found.");

        QCOMPARE(world.find(now, true).conversations.front().resolution, std::string("It was found."));
        QVERIFY(world.summaries().find("My parcel is lost") == 0);
    }

    void whatIsKeptHasNoDetailsAndNoMarks_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("kept");
        QTest::newRow("details") << std::string("Write to a@b.example or c@b.example, a@b.example")
                                 << std::string("Write to [email] or [email], [email]");
        QTest::newRow("citations") << std::string("It is free. [1] Always. [12]")
                                   << std::string("It is free. Always.");
        QTest::newRow("one line") << std::string("  1. Open it\n\n2.\tPress it ")
                                  << std::string("1. Open it 2. Press it");
        QTest::newRow("brackets stay")
            << std::string("a[0 and [x] and pre-5]") << std::string("a[0 and [x] and pre]");
        QTest::newRow("cut") << std::string(60, 'x') << std::string(50, 'x') + "…";
    }
    void whatIsKeptHasNoDetailsAndNoMarks()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, kept);
        QCOMPARE(desk::keptText(text, 50), kept);
    }
};

PARLEY_TEST("customer_history", CustomerHistoryTest)
#include "customer_history_test.moc"
