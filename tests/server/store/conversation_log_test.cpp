// SPDX-License-Identifier: MIT
#include "server/store/conversation_log.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const ConversationLog kLog;

MessageRow
message(const ConversationId& conversation, const std::string& id, const std::string& kind = "text")
{
    MessageRow row;
    row.id.value = id;
    row.conversation = conversation;
    row.sender = "user";
    row.kind = kind;
    row.text = "text of " + id;
    row.createdMs = 5;
    return row;
}

Result<ConversationLog::Appended> say(test::FreshDatabase& database, MessageRow row)
{
    return test::writeTo(database, [&](Transaction& tx) { return kLog.appendMessage(tx, row); });
}

Result<ConversationLog::Appended> tell(test::FreshDatabase& database,
                                       const ConversationId& id,
                                       bool forCustomer,
                                       const std::string& payload = {})
{
    EventRow event;
    event.conversation = id;
    event.type = "conversation.updated";
    event.payload = payload;
    return test::writeTo(database, [&](Transaction& tx) { return kLog.appendEvent(tx, event, forCustomer); });
}

/// "1/1:m1 2/-:": numbers and message of each event.
std::string events(test::FreshDatabase& database,
                   const ConversationId& id,
                   std::int64_t after,
                   bool forCustomer,
                   int limit = 100)
{
    const auto found = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
        return kLog.eventsAfter(tx, id, after, forCustomer, limit);
    }));
    std::string all;
    for (const LoggedEvent& one : found) {
        all += std::to_string(one.event.seq) + "/" +
               (one.event.customerSeq ? std::to_string(*one.event.customerSeq) : "-") + ":" +
               (one.message ? one.message->id.value : "") + " ";
    }
    return all;
}

} // namespace

class ConversationLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothCountersAreWithoutGaps_data() { test::addDatabaseRows(); }
    void bothCountersAreWithoutGaps()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        test::addConversation(database, "c2");
        test::must(say(database, message(id, "m1")));
        test::must(say(database, message(id, "m2", "note")));
        test::must(tell(database, id, true));
        test::must(say(database, message(ConversationId{"c2"}, "m3")));
        test::must(tell(database, id, false));
        test::must(say(database, message(id, "m4")));

        QCOMPARE(events(database, id, 0, false), std::string("1/1:m1 2/-:m2 3/2: 4/-: 5/3:m4 "));
        QCOMPARE(events(database, id, 0, true), std::string("1/1:m1 3/2: 5/3:m4 "));
        QCOMPARE(events(database, ConversationId{"c2"}, 0, true), std::string("1/1:m3 "));
    }

    void anExchangeIsLikeOneMessageAfterTheOther_data() { test::addDatabaseRows(); }
    void anExchangeIsLikeOneMessageAfterTheOther()
    {
        PARLEY_DATABASE(database);
        const auto state = [&](const std::string& id) {
            std::string all;
            const auto row =
                test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                    return tx.queryOptional("SELECT event_seq, customer_seq, last_ms, last_message, "
                                            "COALESCE(owed_since_ms, -1), COALESCE(held_since_ms, -1) "
                                            "FROM conversations WHERE id = $1",
                                            {id});
                })).value();
            return std::to_string(row.integer(0)) + " " + std::to_string(row.integer(1)) + " " +
                   std::to_string(row.integer(2)) + " " + row.text(3) + " " + std::to_string(row.integer(4)) +
                   " " + std::to_string(row.integer(5));
        };
        const auto reply = [&](const std::string& id, const std::string& name) {
            MessageRow row = message(ConversationId{id}, name);
            row.sender = "agent";
            row.run.value = "r1";
            row.text = "the reply";
            row.effectKey = id + ":deliver";
            row.createdMs = 7;
            return row;
        };
        for (const char* id : {"c1", "c2"}) {
            test::addConversation(database, id);
            test::must(say(database, message(ConversationId{id}, std::string("first-") + id)));
            test::must(say(database, message(ConversationId{id}, std::string("note-") + id, "note")));
        }
        test::must(say(database, message(ConversationId{"c1"}, "asked-1")));
        const auto one = test::must(say(database, reply("c1", "said-1")));

        MessageRow question = message(ConversationId{"c2"}, "asked-2");
        MessageRow answer = reply("c2", "said-2");
        const auto two = test::must(test::writeTo(database, [&](Transaction& tx) {
            return kLog.appendExchange(tx, question, answer);
        }));

        QCOMPARE(two.seq, one.seq);
        QCOMPARE(two.customerSeq, one.customerSeq);
        QCOMPARE(two.status, one.status);
        QCOMPARE(question.seq, std::int64_t{3});
        QCOMPARE(answer.seq, std::int64_t{4});
        QCOMPARE(state("c2"), state("c1"));
        QCOMPARE(events(database, ConversationId{"c1"}, 2, false), std::string("3/2:asked-1 4/3:said-1 "));
        QCOMPARE(events(database, ConversationId{"c2"}, 2, false), std::string("3/2:asked-2 4/3:said-2 "));
        const auto kept = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                              return kLog.findByEffect(tx, "c2:deliver");
                          })).value();
        QCOMPARE(kept.text, std::string("the reply"));
        QCOMPARE(kept.run.value, std::string("r1"));
        QCOMPARE(kept.createdMs, std::int64_t{7});
    }

    void readingGoesOnFromANumberOfTheReadersOwn_data() { test::addDatabaseRows(); }
    void readingGoesOnFromANumberOfTheReadersOwn()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        test::must(say(database, message(id, "m1", "note")));
        test::must(say(database, message(id, "m2")));
        test::must(say(database, message(id, "m3")));

        QCOMPARE(events(database, id, 1, true), std::string("3/2:m3 "));
        QCOMPARE(events(database, id, 1, false), std::string("2/1:m2 3/2:m3 "));
        QCOMPARE(events(database, id, 0, false, 2), std::string("1/-:m1 2/1:m2 "));
        QCOMPARE(events(database, id, 3, false), std::string());
    }

    void writersAtTheSameTimeLeaveNoGapAndNoRepeat_data() { test::addDatabaseRows(); }
    void writersAtTheSameTimeLeaveNoGapAndNoRepeat()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        std::atomic<int> failed{0};

        test::together(4, [&](int writer) {
            for (int i = 0; i < 10; ++i) {
                const std::string name = std::to_string(writer) + "-" + std::to_string(i);
                failed += say(database, message(id, name, i % 3 == 0 ? "note" : "text")).has_value() ? 0 : 1;
            }
        });

        QCOMPARE(failed.load(), 0);
        const auto all = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kLog.eventsAfter(tx, id, 0, false, 100);
        }));
        QCOMPARE(all.size(), std::size_t{40});
        std::int64_t seq = 0;
        std::int64_t customerSeq = 0;
        for (const LoggedEvent& one : all) {
            QCOMPARE(one.event.seq, ++seq);
            QVERIFY(one.message.has_value());
            if (one.event.customerSeq) {
                QCOMPARE(*one.event.customerSeq, ++customerSeq);
            }
        }
        QCOMPARE(customerSeq, std::int64_t{24});
    }

    void anEffectIsMadeOnce_data() { test::addDatabaseRows(); }
    void anEffectIsMadeOnce()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        MessageRow first = message(id, "m1");
        first.effectKey = "r1:deliver";
        first.bodyHash = "hash";
        test::must(say(database, first));
        MessageRow second = message(id, "m2");
        second.effectKey = "r1:deliver";

        const auto refused = say(database, second);

        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QCOMPARE(events(database, id, 0, false), std::string("1/1:m1 "));
        const auto row = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return ConversationRepository().find(tx, id);
        }));
        QCOMPARE(row->eventSeq, std::int64_t{1});
        QCOMPARE(row->lastMessage, std::string("text of m1"));
        const auto made = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kLog.findByEffect(tx, "r1:deliver");
        }));
        QCOMPARE(made->id.value, std::string("m1"));
        QCOMPARE(made->bodyHash, std::string("hash"));
        test::must(say(database, message(id, "m3")));
        test::must(say(database, message(id, "m4")));
    }

    void everythingOfAMessageComesBack_data() { test::addDatabaseRows(); }
    void everythingOfAMessageComesBack()
    {
        PARLEY_DATABASE(database);
        MessageRow row = message(test::addConversation(database, "c1"), "m1");
        row.authorId = "u1";
        row.authorName = "Ana";
        row.citations = "[]";
        row.delivery = "sent";
        row.run.value = "r1";
        test::must(say(database, row));

        const auto found = test::must(
            test::readFrom(database, [&](ReadTransaction& tx) { return kLog.findMessage(tx, row.id); }));

        QCOMPARE(found->seq, std::int64_t{1});
        QCOMPARE(found->customerSeq.value(), std::int64_t{1});
        QCOMPARE(found->authorName, std::string("Ana"));
        QCOMPARE(found->citations, std::string("[]"));
        QCOMPARE(found->delivery, std::string("sent"));
        QVERIFY(found->run == RunId{"r1"});
        QVERIFY(found->effectKey.empty());
        QCOMPARE(found->createdMs, std::int64_t{5});
    }

    void theNewestMessagesComeInOrder_data() { test::addDatabaseRows(); }
    void theNewestMessagesComeInOrder()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        test::must(say(database, message(id, "m1")));
        test::must(say(database, message(id, "m2")));
        test::must(say(database, message(id, "m3", "note")));
        const auto newest = [&](bool forCustomer) {
            std::string all;
            for (const MessageRow& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kLog.messages(tx, id, forCustomer, 2);
                 }))) {
                all += row.id.value + " ";
            }
            return all;
        };

        QCOMPARE(newest(false), std::string("m2 m3 "));
        QCOMPARE(newest(true), std::string("m1 m2 "));
    }

    void noConversationNoNumber_data() { test::addDatabaseRows(); }
    void noConversationNoNumber()
    {
        PARLEY_DATABASE(database);
        QVERIFY(say(database, message(ConversationId{"x"}, "m1")).error().code == ErrorCode::NotFound);
        QVERIFY(tell(database, ConversationId{"x"}, true).error().code == ErrorCode::NotFound);
    }
};

PARLEY_TEST("conversation_log", ConversationLogTest)
#include "conversation_log_test.moc"
