// SPDX-License-Identifier: MIT
#include "server/store/cache_repository.h"
#include "server/store/feedback_repository.h"
#include "server/store/gap_repository.h"
#include "server/store/intent_example_repository.h"
#include "server/store/outbox_recall.h"
#include "server/store/outbox_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

store::CacheEntryRow entry(const std::string& id, const std::string& key, const std::string& ticket = {})
{
    store::CacheEntryRow row;
    row.id = id;
    row.question = "question of " + id;
    row.questionKey = key;
    row.answer = "answer of " + id;
    row.ticket.value = ticket;
    row.createdMs = 1'000;
    row.expiresMs = 1'000'000'000;
    return row;
}

void put(test::FreshDatabase& database, const store::CacheEntryRow& row)
{
    test::must(test::writeTo(database, [&](store::Transaction& tx) {
        return store::CacheRepository().put(tx, row, {});
    }));
}

bool takeBack(test::FreshDatabase& database, const std::string& ticket)
{
    return test::must(test::writeTo(database, [&](store::Transaction& tx) {
        return store::CacheRepository().takeBack(tx, TicketId{ticket});
    }));
}

std::string validByKey(test::FreshDatabase& database, const std::string& key)
{
    const auto row = test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
        return store::CacheRepository().validByKey(tx, key, 2'000);
    }));
    return row ? row->id : std::string();
}

store::GapRow gap(const std::string& id, std::int64_t ms)
{
    store::GapRow row;
    row.id = id;
    row.key = "key of " + id;
    row.status = "open";
    row.asked = 1;
    row.firstMs = row.lastMs = ms;
    return row;
}

void ask(test::FreshDatabase& database, const store::GapRow& row, const std::string& ticket, int most = 20)
{
    test::must(test::writeTo(database, [&](store::Transaction& tx) -> Result<void> {
        const store::GapRepository gaps;
        auto id = gaps.create(tx, row);
        if (!id) {
            return fail(std::move(id).error());
        }
        return gaps.addQuestion(
            tx, {TicketId{ticket}, *id, ConversationId{"a"}, "asked in " + ticket, row.lastMs}, most);
    }));
}

std::string gapsOf(test::FreshDatabase& database, const std::string& status = {})
{
    store::GapFilter filter;
    filter.status = status;
    std::string all;
    for (const auto& row : test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
             return store::GapRepository().page(tx, filter);
         }))) {
        all += row.id + ":" + std::to_string(row.asked) + ":" + row.question + " ";
    }
    return all;
}

} // namespace

class LearningRepositoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAResolutionReplacedComesBack_data() { test::addDatabaseRows(); }
    void whatAResolutionReplacedComesBack()
    {
        PARLEY_DATABASE(database);
        put(database, entry("old", "k"));
        put(database, entry("new", "k", "t1"));
        QCOMPARE(validByKey(database, "k"), std::string("new"));
        const auto listed = test::must(test::readFrom(database, [](store::ReadTransaction& tx) {
            return store::CacheRepository().page(tx, {}, {}, 10);
        }));
        QCOMPARE(listed.size(), std::size_t{1});
        const auto before = test::must(test::readFrom(database, [](store::ReadTransaction& tx) {
            return store::CacheRepository().totals(tx);
        }));

        QVERIFY(takeBack(database, "t1"));
        QCOMPARE(validByKey(database, "k"), std::string("old"));
        QVERIFY(!takeBack(database, "t1"));
        // The indexes in memory learn of it.
        const auto fresh = test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
            return store::CacheRepository().questionsAfter(tx, before.version, 10);
        }));
        QCOMPARE(fresh.size(), std::size_t{1});
        QCOMPARE(fresh.at(0).id, std::string("old"));
    }

    void whatIsNewerThanWhatComesBackStays_data() { test::addDatabaseRows(); }
    void whatIsNewerThanWhatComesBackStays()
    {
        PARLEY_DATABASE(database);
        put(database, entry("old", "k"));
        put(database, entry("new", "k", "t1"));
        put(database, entry("newest", "k"));

        QVERIFY(!takeBack(database, "t1"));
        QCOMPARE(validByKey(database, "k"), std::string("newest"));
    }

    void aLaterResolutionKeepsWhatBothReplaced_data() { test::addDatabaseRows(); }
    void aLaterResolutionKeepsWhatBothReplaced()
    {
        PARLEY_DATABASE(database);
        put(database, entry("machine", "k"));
        put(database, entry("first", "k", "t1"));
        test::must(test::writeTo(database, [](store::Transaction& tx) {
            return store::CacheRepository().retire(tx, "first", TicketId{"t2"}, 2'000);
        }));
        put(database, entry("second", "other words", "t2"));

        QVERIFY(takeBack(database, "t1"));
        QCOMPARE(validByKey(database, "k"), std::string());
        QCOMPARE(validByKey(database, "other words"), std::string("second"));
        QVERIFY(takeBack(database, "t2"));
        QCOMPARE(validByKey(database, "k"), std::string("machine"));
    }

    void whatACorrectionReplacedForGoodTakesNothingBack_data() { test::addDatabaseRows(); }
    void whatACorrectionReplacedForGoodTakesNothingBack()
    {
        PARLEY_DATABASE(database);
        put(database, entry("machine", "k"));
        put(database, entry("first", "k", "t1"));
        test::must(test::writeTo(database, [](store::Transaction& tx) {
            return store::CacheRepository().remove(tx, "first");
        }));
        put(database, entry("correction", "other words"));

        QVERIFY(!takeBack(database, "t1"));
        QCOMPARE(validByKey(database, "k"), std::string());
        QCOMPARE(validByKey(database, "other words"), std::string("correction"));
    }

    void whatWasReplacedGoesWhenNothingCanBeUndone_data() { test::addDatabaseRows(); }
    void whatWasReplacedGoesWhenNothingCanBeUndone()
    {
        PARLEY_DATABASE(database);
        put(database, entry("old", "k"));
        put(database, entry("new", "k", "t1"));
        const auto prune = [&](std::int64_t now) {
            test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::CacheRepository().prune(tx, now, 100);
            }));
            return test::column(database, "SELECT id FROM cache_entries ORDER BY id");
        };
        QCOMPARE(prune(1'000 + store::kUndoMs), std::string("new old "));
        QCOMPARE(prune(1'001 + store::kUndoMs), std::string("new "));
    }

    void gapsAreCountedAndGoWithTheirWords_data() { test::addDatabaseRows(); }
    void gapsAreCountedAndGoWithTheirWords()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        ask(database, gap("g1", 10), "t1");
        ask(database, gap("g2", 20), "t2");
        auto again = gap("g1", 30);
        again.id = "another id";
        ask(database, again, "t3");
        QCOMPARE(gapsOf(database), std::string("g1:2:asked in t3 g2:1:asked in t2 "));

        auto closing = gap("g1", 0);
        closing.closedBy = "ana";
        closing.closedTicket.value = "t3";
        closing.closedMs = 40;
        const auto close = [&] {
            return test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::GapRepository().close(tx, closing);
            }));
        };
        QVERIFY(close());
        QVERIFY(!close());
        QCOMPARE(gapsOf(database, "closed"), std::string("g1:2:asked in t3 "));
        const auto back = [&] {
            return test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::GapRepository().takeBack(tx, TicketId{"t3"});
            }));
        };
        QVERIFY(back());
        QVERIFY(!back());
        QCOMPARE(gapsOf(database, "open"), std::string("g1:2:asked in t3 g2:1:asked in t2 "));

        test::must(test::writeTo(database, [](store::Transaction& tx) {
            return tx.execute("DELETE FROM conversations");
        }));
        QCOMPARE(gapsOf(database), std::string());
        test::must(test::writeTo(database, [](store::Transaction& tx) {
            return store::GapRepository().prune(tx, 100);
        }));
        QCOMPARE(test::column(database, "SELECT id FROM knowledge_gaps"), std::string());
    }

    void anotherAnswerKeepsAGapClosed_data() { test::addDatabaseRows(); }
    void anotherAnswerKeepsAGapClosed()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        ask(database, gap("g", 10), "t1");
        ask(database, gap("g", 20), "t2");
        const auto answer = [&](const std::string& ticket, std::int64_t ms) {
            auto closing = gap("g", 0);
            closing.closedBy = "ana";
            closing.closedTicket.value = ticket;
            closing.closedMs = ms;
            test::must(test::writeTo(database, [&](store::Transaction& tx) -> Result<void> {
                const store::GapRepository gaps;
                if (auto closed = gaps.close(tx, closing); !closed) {
                    return fail(std::move(closed).error());
                }
                store::GapAnswerRow row;
                row.ticket.value = ticket;
                row.gap = "g";
                row.conversation.value = "a";
                row.answer = "Yes.";
                row.authorId = "author of " + ticket;
                row.createdMs = ms;
                return gaps.putAnswer(tx, row);
            }));
        };
        const auto back = [&](const std::string& ticket) {
            return test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::GapRepository().takeBack(tx, TicketId{ticket});
            }));
        };
        answer("t1", 30);
        answer("t2", 40);

        QVERIFY(!back("t1"));
        QCOMPARE(gapsOf(database, "closed"), std::string("g:2:asked in t2 "));
        QCOMPARE(test::column(database, "SELECT closed_by FROM knowledge_gaps"),
                 std::string("author of t2 "));
        QVERIFY(back("t2"));
        QCOMPARE(gapsOf(database, "open"), std::string("g:2:asked in t2 "));
    }

    void gapsAndTheirQuestionsAreBounded_data() { test::addDatabaseRows(); }
    void gapsAndTheirQuestionsAreBounded()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        for (int i = 0; i < 5; ++i) {
            ask(database, gap("g", 10 + i), "t" + std::to_string(i), 3);
        }
        QCOMPARE(test::column(database, "SELECT ticket_id FROM gap_questions ORDER BY ticket_id"),
                 std::string("t2 t3 t4 "));
        QCOMPARE(gapsOf(database), std::string("g:5:asked in t4 "));
        ask(database, gap("h", 100), "u1");
        ask(database, gap("i", 200), "u2");
        test::must(test::writeTo(database,
                                 [](store::Transaction& tx) { return store::GapRepository().prune(tx, 2); }));
        QCOMPARE(test::column(database, "SELECT id FROM knowledge_gaps ORDER BY id"), std::string("h i "));
    }

    void onlyMailThatNobodyBeganToSendIsCancelled_data() { test::addDatabaseRows(); }
    void onlyMailThatNobodyBeganToSendIsCancelled()
    {
        PARLEY_DATABASE(database);
        const auto add = [&](const std::string& key) {
            store::OutboxRow row;
            row.id = row.effectKey = key;
            row.kind = "email";
            row.target = "a@b.example";
            row.payload = "{}";
            test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::OutboxRepository().add(tx, row);
            }));
        };
        const auto cancel = [&](const std::string& key) {
            return test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::OutboxRecall().recall(tx, key, 100);
            }));
        };
        add("queued");
        add("leased");
        add("left");
        test::must(test::writeTo(database, [](store::Transaction& tx) {
            return tx.execute("UPDATE outbox SET lease_owner = 'n', lease_until_ms = CASE WHEN id = 'left' "
                              "THEN 99 ELSE 100 END WHERE id <> 'queued'");
        }));

        QVERIFY(cancel("queued") == store::Recalled::Taken);
        QVERIFY(cancel("queued") == store::Recalled::None);
        QVERIFY(cancel("leased") == store::Recalled::TooLate);
        QVERIFY(cancel("left") == store::Recalled::Taken);
    }

    void feedbackComesWithWhatItIsAbout_data() { test::addDatabaseRows(); }
    void feedbackComesWithWhatItIsAbout()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        const auto say = [&](const std::string& id, const std::string& sender, const std::string& text) {
            store::MessageRow message;
            message.id.value = id;
            message.conversation.value = "a";
            message.sender = sender;
            message.kind = "text";
            message.text = text;
            test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::ConversationLog().appendMessage(tx, message);
            }));
        };
        say("m1", "user", "First?");
        say("m2", "user", "Second?");
        say("m3", "agent", "An answer.");
        const auto rate = [&](const std::string& id, const std::string& message, std::int64_t rating) {
            store::FeedbackRow row;
            row.id = id;
            row.conversation.value = "a";
            row.message.value = message;
            row.customer.value = "a-customer";
            row.rating = rating;
            test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::FeedbackRepository().put(tx, row);
            }));
        };
        rate("f1", "m3", 2);
        rate("f2", "m1", 5);
        const auto page = [&](std::int64_t rating, const std::string& before = {}) {
            std::string all;
            for (const auto& rated : test::must(test::readFrom(database, [&](store::ReadTransaction& tx) {
                     return store::FeedbackRepository().page(tx, rating, before, 10);
                 }))) {
                all += rated.feedback.id + ":" + rated.question + ":" + rated.answer + " ";
            }
            return all;
        };

        QCOMPARE(page(0), std::string("f2::First? f1:Second?:An answer. "));
        QCOMPARE(page(2), std::string("f1:Second?:An answer. "));
        QCOMPARE(page(0, "f2"), std::string("f1:Second?:An answer. "));
        store::FeedbackRow corrected;
        corrected.id = "f1";
        corrected.correction = "A better one.";
        corrected.correctedBy = "ana";
        corrected.correctedMs = 7;
        const auto correct = [&] {
            return test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::FeedbackRepository().correct(tx, corrected);
            }));
        };
        QVERIFY(correct());
        const auto found = test::must(test::readFrom(database, [](store::ReadTransaction& tx) {
            return store::FeedbackRepository().find(tx, "f1");
        }));
        QCOMPARE(found.value().feedback.correction, std::string("A better one."));
        QCOMPARE(found.value().feedback.correctedMs.value(), std::int64_t{7});
        corrected.id = "none";
        QVERIFY(!correct());
    }
};

PARLEY_TEST("learning_repositories", LearningRepositoriesTest)
#include "learning_repositories_test.moc"
