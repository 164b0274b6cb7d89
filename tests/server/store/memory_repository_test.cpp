// SPDX-License-Identifier: MIT
#include "server/store/memory_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const MemoryRepository kMemory;

ConversationSummaryRow
summaryOf(const std::string& conversation, std::int64_t seq, const std::string& question)
{
    ConversationSummaryRow row;
    row.conversation.value = conversation;
    row.seq = seq;
    row.question = question;
    row.outcome = "answered";
    return row;
}

void put(test::FreshDatabase& database, const ConversationSummaryRow& row)
{
    test::must(test::writeTo(database, [&](Transaction& tx) { return kMemory.put(tx, row); }));
}

void say(test::FreshDatabase& database,
         const std::string& conversation,
         const std::string& id,
         const std::string& sender,
         const std::string& kind)
{
    MessageRow message;
    message.id.value = id;
    message.conversation.value = conversation;
    message.sender = sender;
    message.kind = kind;
    message.text = id;
    message.createdMs = 1;
    test::must(test::writeTo(database,
                             [&](Transaction& tx) { return ConversationLog().appendMessage(tx, message); }));
}

std::string texts(const std::vector<SaidRow>& rows)
{
    std::string all;
    for (const SaidRow& row : rows) {
        all += row.text + " ";
    }
    return all;
}

constexpr std::string_view kQuestions =
    "SELECT question FROM conversation_summaries ORDER BY conversation_id";

} // namespace

class MemoryRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSummaryGivesWayToNewerOnesOnly_data() { test::addDatabaseRows(); }
    void aSummaryGivesWayToNewerOnesOnly()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");

        put(database, summaryOf("c1", 4, "first"));
        put(database, summaryOf("c1", 6, "newer"));
        put(database, summaryOf("c1", 5, "late"));

        QCOMPARE(test::column(database, kQuestions), std::string("newer "));
    }

    void aConversationThatHasGoneLeavesNothing_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("erased");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            QTest::newRow((driver + " conversation").c_str())
                << driver << std::string("DELETE FROM conversations WHERE id = 'c1'");
            QTest::newRow((driver + " customer").c_str())
                << driver << std::string("DELETE FROM customers WHERE id = 'c1-customer'");
        }
    }
    void aConversationThatHasGoneLeavesNothing()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, erased);
        test::addConversation(database, "c1");
        test::addConversation(database, "c2");
        put(database, summaryOf("c1", 1, "mine"));
        put(database, summaryOf("c2", 1, "other"));

        test::must(test::writeTo(database, [&](Transaction& tx) { return tx.execute(erased); }));
        // Made by somebody who had read it before.
        put(database, summaryOf("c1", 2, "mine"));

        QCOMPARE(test::column(database, kQuestions), std::string("other "));
    }

    void onlyWhatWasSaidToOrByTheCustomerIsRead_data() { test::addDatabaseRows(); }
    void onlyWhatWasSaidToOrByTheCustomerIsRead()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        say(database, "c1", "q1", "user", "text");
        say(database, "c1", "bridge", "agent", "bridge");
        say(database, "c1", "note", "supporter", "note");
        say(database, "c1", "a1", "supporter", "resolution");
        say(database, "c1", "event", "system", "event");
        say(database, "c1", "q2", "user", "text");
        const auto said = [&](const std::string& before, int limit) {
            return texts(test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                return kMemory.said(tx, id, MessageId{before}, limit);
            })));
        };

        QCOMPARE(said("", 10), std::string("q1 a1 q2 "));
        QCOMPARE(said("q2", 10), std::string("q1 a1 "));
        QCOMPARE(said("q2", 1), std::string("a1 "));
        QCOMPARE(said("gone", 10), std::string());
        const auto elsewhere = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kMemory.saidElsewhere(tx, CustomerId{"c1-customer"}, ConversationId{"c2"}, 10);
        }));
        QCOMPARE(elsewhere.size(), std::size_t{3});
        const auto own = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kMemory.saidElsewhere(tx, CustomerId{"c1-customer"}, id, 10);
        }));
        QVERIFY(own.empty());
    }
};

PARLEY_TEST("memory_repository", MemoryRepositoryTest)
#include "memory_repository_test.moc"
