// SPDX-License-Identifier: MIT
#include "server/store/conversation_search.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace parley;
using namespace parley::server;

namespace {

struct World {
    explicit World(test::FreshDatabase& db) : database(db), search(db->driver()) {}

    void say(const std::string& conversation,
             const std::string& text,
             const std::string& kind = "text",
             const std::string& sender = "user")
    {
        store::MessageRow message;
        message.id.value = "m" + std::to_string(++said);
        message.conversation.value = conversation;
        message.sender = sender;
        message.kind = kind;
        message.text = text;
        message.createdMs = 1'700'000'000'000 + said;
        test::must(test::writeTo(database, [&](store::Transaction& tx) {
            return store::ConversationLog().appendMessage(tx, message);
        }));
    }

    store::ConversationsFound
    find(const std::string& text, store::ConversationFilter filter = {}, std::int64_t before = 0)
    {
        return test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
            return search.find(tx, text, filter, before);
        }));
    }

    /// "b a": the conversations that have the words, in order.
    std::string ids(const std::string& text, store::ConversationFilter filter = {})
    {
        std::string all;
        for (const auto& item : find(text, std::move(filter)).items) {
            all += (all.empty() ? "" : " ") + item.conversation.id.value;
        }
        return all;
    }

    void run(std::string_view sql)
    {
        test::must(test::writeTo(database, [&](store::Transaction& tx) { return tx.execute(sql); }));
    }

    test::FreshDatabase& database;
    store::ConversationSearch search;
    int said = 0;
};

store::ConversationFilter limited(int limit)
{
    store::ConversationFilter filter;
    filter.limit = limit;
    return filter;
}

} // namespace

class ConversationSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWordsWhereverTheyStand_data() { test::addDatabaseRows(); }
    void findsWordsWhereverTheyStand()
    {
        PARLEY_DATABASE(database);
        World world(database);
        for (const char* id : {"a", "b", "c"}) {
            test::addConversation(database, id);
        }
        world.say("a", "Where is my refund for the invoice?");
        world.say("b", "The Refunds were sent, caf\xc3\xa9 included.", "text", "agent");
        world.say("c", "He wants his money back: refund him", "note", "supporter");

        QCOMPARE(world.ids("refund"), std::string("c b a"));
        QCOMPARE(world.ids("REFUNDS"), std::string("c b a"));
        QCOMPARE(world.ids("invoice refund"), std::string("a"));
        QCOMPARE(world.ids("refund camel"), std::string());
        QCOMPARE(world.ids("the"), std::string("b a"));
        const auto found = world.find("refund");
        QCOMPARE(found.next, std::int64_t{0});
        QCOMPARE(found.items.at(0).kind, std::string("note"));
        QCOMPARE(found.items.at(2).message.value, std::string("m1"));
        QCOMPARE(found.items.at(2).seq, std::int64_t{1});
        QCOMPARE(found.items.at(2).text, std::string("Where is my refund for the invoice?"));
    }

    /// Messages by number, in steps that stay below the limit of a statement.
    static void fill(World& world, int count, const std::string& text)
    {
        constexpr int kStep = 2'000;
        for (int from = 0; from < count; from += kStep) {
            world.run("WITH RECURSIVE n (i) AS (SELECT CAST(" + std::to_string(from) +
                      " AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " +
                      std::to_string(std::min(from + kStep, count)) +
                      ") INSERT INTO messages (id, conversation_id, seq, sender, kind, text, created_ms, "
                      "number) SELECT 'x' || i, 'a', i + 1, 'user', 'text', " +
                      text + ", 0, (i + 1) * 65536 FROM n");
        }
    }

    void commonWordsThatSeldomStandTogetherEndEarly_data() { test::addDatabaseRows(); }
    void commonWordsThatSeldomStandTogetherEndEarly()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        // Only the oldest message has both.
        if (driver == "postgresql") {
            // The words alone: its triggers take half a minute for so many messages.
            world.run("INSERT INTO message_words (word, number) SELECT CASE WHEN i % 2 = 0 THEN 'evenword' "
                      "ELSE 'oddword' END, (i + 1) * 65536 FROM generate_series(CAST(1 AS BIGINT), 33999) AS "
                      "s (i)");
            fill(world, 1, "'evenword oddword'");
        } else {
            fill(world,
                 34'000,
                 "CASE WHEN i = 0 THEN 'evenword oddword' WHEN i % 2 = 0 THEN 'evenword' ELSE 'oddword' END");
        }

        const auto first = world.find("evenword oddword");
        QVERIFY(first.isPartial);
        QVERIFY(first.items.empty());
        QVERIFY(first.next > 0);
        const auto rest = world.find("evenword oddword", {}, first.next);
        QVERIFY(!rest.isPartial);
        QCOMPARE(rest.next, std::int64_t{0});
        QCOMPARE(rest.items.size(), std::size_t{1});
        QCOMPARE(rest.items.front().message.value, std::string("x0"));
        QVERIFY(!world.find("oddword camel").isPartial);
    }

    void theRarestWordLeadsWhereverItStands_data() { test::addDatabaseRows(); }
    void theRarestWordLeadsWhereverItStands()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        fill(world,
             6'000,
             "'everywhere' || CASE WHEN i % 1000 = 7 THEN ' seldom' ELSE '' END || "
             "CASE WHEN i = 3007 THEN ' once' ELSE '' END");

        for (const char* text : {"everywhere seldom once", "once seldom everywhere", "seldom once"}) {
            const auto found = world.find(text);
            QVERIFY(!found.isPartial);
            QCOMPARE(found.next, std::int64_t{0});
            QCOMPARE(found.items.size(), std::size_t{1});
            QCOMPARE(found.items.front().message.value, std::string("x3007"));
        }
        QCOMPARE(world.find("everywhere seldom").items.front().message.value, std::string("x5007"));
        QVERIFY(world.find("everywhere nowhere").items.empty());
    }

    void numbersAndAddressesAreWordsOnBoth_data() { test::addDatabaseRows(); }
    void numbersAndAddressesAreWordsOnBoth()
    {
        PARLEY_DATABASE(database);
        World world(database);
        for (const char* id : {"a", "b", "c"}) {
            test::addConversation(database, id);
        }
        world.say("a", "Please send INV-2024-001 to ann.smith@shop.example.");
        world.say("b", "INV-2024-002, see https://shop.example/bills/42?copy=7");
        world.say("c",
                  "\xe2\x80\x9c"
                  "caf\xc3\xa9\xe2\x80\x9d costs 1.50");

        QCOMPARE(world.ids("INV-2024-001"), std::string("a"));
        QCOMPARE(world.ids("inv 2024"), std::string("b a"));
        QCOMPARE(world.ids("001"), std::string("a"));
        QCOMPARE(world.ids("ann.smith@shop.example"), std::string("a"));
        QCOMPARE(world.ids("smith"), std::string("a"));
        QCOMPARE(world.ids("shop.example"), std::string("b a"));
        QCOMPARE(world.ids("bills/42"), std::string("b"));
        QCOMPARE(world.ids("caf\xc3\xa9 50"), std::string("c"));
    }

    void whatIsTypedIsNeverSyntax_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("text");
        for (const char* driver : {"sqlite", "postgresql"}) {
            int n = 0;
            for (const char* text : {"\"",
                                     "\"\"\"",
                                     "refund AND",
                                     "NOT refund",
                                     "(refund",
                                     "refund*",
                                     "text:refund",
                                     "-refund",
                                     "^",
                                     "refund NEAR(x, 2)",
                                     "'; DROP TABLE messages; --",
                                     "!!! ???",
                                     "a & b | !c <-> d :*",
                                     "{text} : refund",
                                     "\\",
                                     "%",
                                     "  \t ",
                                     "\xf0\x9f\x98\x80 \xd0\x9f\xd1\x80\xd0\xb8"}) {
                QTest::newRow((std::string(driver) + " " + std::to_string(n++)).c_str())
                    << std::string(driver) << std::string(text);
            }
        }
    }
    void whatIsTypedIsNeverSyntax()
    {
        QFETCH(std::string, text);
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        world.say("a", "A refund, please.");

        const auto found = test::readFrom(database, [&](store::ReadTransaction& tx) {
            return world.search.find(tx, text, store::ConversationFilter(), 0);
        });

        QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
        QCOMPARE(world.ids("refund"), std::string("a"));
    }

    void filtersNarrow_data() { test::addDatabaseRows(); }
    void filtersNarrow()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        test::addConversation(database, "b", "closed");
        test::addConversation(database, "c");
        for (const char* id : {"a", "b", "c"}) {
            world.say(id, "refund");
        }
        world.run(R"(UPDATE conversations SET tags = '["vip","100%"]', assignee_id = 'ana' WHERE id = 'c')");

        store::ConversationFilter filter;
        filter.status = "closed";
        QCOMPARE(world.ids("refund", filter), std::string("b"));
        filter = {};
        filter.tag = "vip";
        QCOMPARE(world.ids("refund", filter), std::string("c"));
        filter.tag = "VIP";
        QCOMPARE(world.ids("refund", filter), std::string("c"));
        filter.tag = "100%";
        QCOMPARE(world.ids("refund", filter), std::string("c"));
        filter.tag = "10_%";
        QCOMPARE(world.ids("refund", filter), std::string());
        filter = {};
        filter.assignee = "ana";
        filter.channel = "web";
        QCOMPARE(world.ids("refund", filter), std::string("c"));
        filter.channel = "email";
        QCOMPARE(world.ids("refund", filter), std::string());
        filter = {};
        filter.customer = "b-customer";
        QCOMPARE(world.ids("refund", filter), std::string("b"));
        filter.status = "open";
        QCOMPARE(world.ids("refund", filter), std::string());
        const auto page = test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
            store::ConversationFilter tagged;
            tagged.tag = "Vip";
            return store::ConversationRepository().page(tx, tagged);
        }));
        QCOMPARE(page.size(), std::size_t{1});
    }

    void pagesHaveEachConversationOnce_data() { test::addDatabaseRows(); }
    void pagesHaveEachConversationOnce()
    {
        PARLEY_DATABASE(database);
        World world(database);
        for (int i = 0; i < 7; ++i) {
            test::addConversation(database, "c" + std::to_string(i));
        }
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 7; ++i) {
                world.say("c" + std::to_string(i), "refund please");
            }
        }

        std::string all;
        std::int64_t before = 0;
        int pages = 0;
        do {
            const auto found = world.find("refund", limited(3), before);
            for (const auto& item : found.items) {
                all += item.conversation.id.value + " ";
            }
            before = found.next;
            QVERIFY(++pages < 10);
        } while (before > 0);
        QCOMPARE(all, std::string("c6 c5 c4 c3 c2 c1 c0 "));
    }

    void whatIsErasedIsNotFound_data() { test::addDatabaseRows(); }
    void whatIsErasedIsNotFound()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        test::addConversation(database, "b");
        world.say("a", "secret refund");
        world.say("b", "other refund");

        world.run("DELETE FROM customers WHERE id = 'a-customer'");
        QCOMPARE(world.ids("secret"), std::string());
        QCOMPARE(world.ids("refund"), std::string("b"));
        world.run("UPDATE messages SET text = 'changed' WHERE conversation_id = 'b'");
        QCOMPARE(world.ids("refund"), std::string());
        QCOMPARE(world.ids("changed"), std::string("b"));
        if (database->driver() == "postgresql") {
            QCOMPARE(test::column(database, "SELECT word FROM message_words"), std::string("chang "));
        }
    }

    void anotherTenantFindsNothing_data() { test::addDatabaseRows(); }
    void anotherTenantFindsNothing()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "a");
        world.say("a", "refund");

        const auto found =
            test::must(database->readNow(store::Scope::of(database.second), [&](store::ReadTransaction& tx) {
                return world.search.find(tx, "refund", store::ConversationFilter(), 0);
            }));
        QVERIFY(found.items.empty());
    }

    void aRareFilterEndsAPageEarlyAndGoesOn_data() { test::addDatabaseRows(); }
    void aRareFilterEndsAPageEarlyAndGoesOn()
    {
        PARLEY_DATABASE(database);
        World world(database);
        test::addConversation(database, "rare", "closed");
        test::addConversation(database, "common");
        world.say("rare", "hello");
        test::must(test::writeTo(database, [&](store::Transaction& tx) -> Result<void> {
            for (int i = 0; i < 5'200; ++i) {
                store::MessageRow message;
                message.id.value = "x" + std::to_string(i);
                message.conversation.value = "common";
                message.sender = "user";
                message.kind = "text";
                message.text = "hello again";
                message.createdMs = 1'700'000'001'000;
                auto appended = store::ConversationLog().appendMessage(tx, message);
                if (!appended) {
                    return fail(std::move(appended).error());
                }
            }
            return {};
        }));
        store::ConversationFilter filter;
        filter.status = "closed";

        const auto first = world.find("hello", filter);
        QVERIFY(first.items.empty());
        QVERIFY(first.next > 0);
        const auto second = world.find("hello", filter, first.next);
        QCOMPARE(second.items.size(), std::size_t{1});
        QCOMPARE(second.items.at(0).conversation.id.value, std::string("rare"));
    }
};

PARLEY_TEST("conversation_search", ConversationSearchTest)
#include "conversation_search_test.moc"
