// SPDX-License-Identifier: MIT
#include "server/store/run_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const RunRepository kRuns;

void addRun(test::FreshDatabase& database,
            const std::string& id,
            const std::string& owner,
            std::int64_t untilMs)
{
    RunRow run;
    run.id.value = id;
    run.conversation.value = "c1";
    run.message.value = "m-" + id;
    run.status = "running";
    run.node = "accept";
    run.leaseOwner = owner;
    run.leaseUntilMs = untilMs;
    run.createdMs = 1;
    test::must(test::writeTo(database, [&](Transaction& tx) { return kRuns.create(tx, run); }));
}

Result<bool> end(test::FreshDatabase& database, const char* from, const char* to)
{
    RunEnd how;
    how.id.value = "r1";
    how.status = to;
    how.node = "deliver";
    how.trace = "[]";
    how.reply.value = "reply";
    how.nowMs = 50;
    how.durationUs = 7000;
    return test::writeTo(database, [&](Transaction& tx) { return kRuns.end(tx, from, how); });
}

RunRow find(test::FreshDatabase& database, const std::string& id = "r1")
{
    return test::must(
               test::readFrom(database, [&](ReadTransaction& tx) { return kRuns.find(tx, RunId{id}); }))
        .value();
}

std::string claim(test::FreshDatabase& database,
                  const std::string& owner,
                  std::int64_t nowMs,
                  int limit = 10,
                  bool othersAreVoid = false)
{
    std::string all;
    for (const RunRow& run : test::must(test::writeTo(database, [&](Transaction& tx) {
             return kRuns.claimAbandoned(tx, owner, nowMs, othersAreVoid, nowMs + 100, limit);
         }))) {
        all += run.id.value + " ";
    }
    return all;
}

} // namespace

class RunRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatEndsAtOnceIsLikeOneThatWentOn_data() { test::addDatabaseRows(); }
    void aRunThatEndsAtOnceIsLikeOneThatWentOn()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        addRun(database, "r1", "node-1", 60'000);
        QVERIFY(test::must(end(database, "running", "completed")));
        RunRow run;
        run.id.value = "r2";
        run.conversation.value = "c1";
        run.message.value = "m-r2";
        run.isVerified = true;
        run.leaseOwner = "node-1";
        run.createdMs = 1;
        RunEnd how;
        how.status = "completed";
        how.node = "deliver";
        how.trace = "[]";
        how.reply.value = "reply";
        how.nowMs = 50;
        how.durationUs = 7000;

        test::must(test::writeTo(database, [&](Transaction& tx) { return kRuns.createEnded(tx, run, how); }));

        const RunRow one = find(database, "r1");
        const RunRow two = find(database, "r2");
        QCOMPARE(two.message.value, std::string("m-r2"));
        QVERIFY(two.isVerified);
        QCOMPARE(two.status, one.status);
        QCOMPARE(two.node, one.node);
        QCOMPARE(two.trace, one.trace);
        QCOMPARE(two.state, one.state);
        QCOMPARE(two.reply.value, one.reply.value);
        QCOMPARE(two.ticket.value, one.ticket.value);
        QCOMPARE(two.attempts, one.attempts);
        QCOMPARE(two.leaseOwner, one.leaseOwner);
        QCOMPARE(two.leaseUntilMs, one.leaseUntilMs);
        QCOMPARE(two.finishedMs, one.finishedMs);
        QCOMPARE(two.durationUs, one.durationUs);
        QCOMPARE(claim(database, "node-2", 100'000, 10, true), std::string());
    }

    void whatEndedSinceIsFoundByItsTime_data() { test::addDatabaseRows(); }
    void whatEndedSinceIsFoundByItsTime()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        const auto add = [&](const std::string& id, std::int64_t createdMs, const char* status) {
            RunRow run;
            run.id.value = id;
            run.conversation.value = "c1";
            run.message.value = "m-" + id;
            run.status = status;
            run.node = "deliver";
            run.createdMs = createdMs;
            test::must(test::writeTo(database, [&](Transaction& tx) { return kRuns.create(tx, run); }));
        };
        // 0x019000000000 is 1717986918400.
        add("018fffff-ffff-7000-8000-000000000001", 1'717'986'918'399, "completed");
        add("01900000-0000-7000-8000-000000000002", 1'717'986'918'400, "completed");
        add("01900000-0001-7000-8000-000000000003", 1'717'986'918'401, "paused");
        add("01900000-0002-7000-8000-000000000004", 1'717'986'918'402, "running");
        const auto since = [&](std::int64_t ms, int limit) {
            std::string found;
            for (const PastRun& run : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kRuns.since(tx, ms, limit);
                 }))) {
                found += run.id.value.back();
            }
            return found;
        };

        QCOMPARE(since(1'717'986'918'400, 10), std::string("32"));
        QCOMPARE(since(1'717'986'918'399, 10), std::string("321"));
        QCOMPARE(since(0, 1), std::string("3"));
        QCOMPARE(since(1'717'986'918'403, 10), std::string());
    }

    void aRunEndsOnce_data() { test::addDatabaseRows(); }
    void aRunEndsOnce()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        addRun(database, "r1", "node-1", 10);

        QVERIFY(!test::must(end(database, "paused", "completed")));
        QVERIFY(test::must(end(database, "running", "paused")));
        QVERIFY(!find(database).finishedMs.has_value());
        QVERIFY(find(database).leaseOwner.empty());
        QVERIFY(!test::must(end(database, "running", "completed")));
        QVERIFY(test::must(end(database, "paused", "completed")));
        QCOMPARE(find(database).finishedMs.value(), std::int64_t{50});
        QCOMPARE(find(database).durationUs.value(), std::int64_t{7000});
        QVERIFY(find(database).reply == MessageId{"reply"});
    }

    void oneOfManyEndsIt_data() { test::addDatabaseRows(); }
    void oneOfManyEndsIt()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        addRun(database, "r1", "node-1", 10);
        std::atomic<int> won{0};

        test::together(8, [&](int) {
            const auto ended = end(database, "running", "completed");
            won += ended && *ended ? 1 : 0;
        });

        QCOMPARE(won.load(), 1);
    }

    void onlyExpiredLeasesAreClaimedTheOwnOnesToo_data() { test::addDatabaseRows(); }
    void onlyExpiredLeasesAreClaimedTheOwnOnesToo()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        addRun(database, "r3", "dead", 99);
        addRun(database, "r2", "dead", 99);
        addRun(database, "r1", "dead", 99);
        addRun(database, "r4", "dead", 100);
        addRun(database, "r5", "node-1", 99);
        test::must(end(database, "running", "completed"));

        QCOMPARE(claim(database, "node-1", 100, 1), std::string("r2 "));
        QCOMPARE(claim(database, "node-1", 100), std::string("r3 r5 "));
        QCOMPARE(claim(database, "node-1", 100), std::string());
        QCOMPARE(find(database, "r2").leaseOwner, std::string("node-1"));
        QCOMPARE(find(database, "r2").leaseUntilMs.value(), std::int64_t{200});
        QCOMPARE(find(database, "r2").attempts, std::int64_t{2});
    }

    void leasesOfOthersAreVoidWhereTheyCannotLive_data() { test::addDatabaseRows(); }
    void leasesOfOthersAreVoidWhereTheyCannotLive()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        addRun(database, "r1", "dead", 1000);
        addRun(database, "r2", "node-1", 1000);

        QCOMPARE(claim(database, "node-1", 100, 10, true), std::string("r1 "));
    }

    void aRunIsClaimedByOneOfMany_data() { test::addDatabaseRows(); }
    void aRunIsClaimedByOneOfMany()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        for (int i = 10; i < 30; ++i) {
            addRun(database, "r" + std::to_string(i), "dead", 1);
        }
        std::array<std::string, 4> claimed;

        test::together(4, [&](int i) {
            const auto place = static_cast<std::size_t>(i);
            claimed.at(place) = claim(database, "node-" + std::to_string(i), 100, 20);
        });

        std::string all;
        for (const std::string& some : claimed) {
            all += some;
        }
        QCOMPARE(std::count(all.begin(), all.end(), ' '), std::ptrdiff_t{20});
    }

    void aRunIsFoundByItsMessageAndItsConversation_data() { test::addDatabaseRows(); }
    void aRunIsFoundByItsMessageAndItsConversation()
    {
        PARLEY_DATABASE(database);
        MessageRow message;
        message.id.value = "m-r1";
        message.conversation = test::addConversation(database, "c1");
        message.sender = "user";
        message.kind = "text";
        test::must(test::writeTo(database, [&](Transaction& tx) {
            return ConversationLog().appendMessage(tx, message);
        }));
        addRun(database, "r1", "node-1", 10);

        const auto byMessage = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kRuns.findByMessage(tx, message.id);
        }));
        const auto other = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kRuns.findByMessage(tx, MessageId{"m2"});
        }));
        const auto all = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return kRuns.ofConversation(tx, message.conversation, 9);
        }));

        QVERIFY(byMessage->id == RunId{"r1"});
        QVERIFY(!other.has_value());
        QCOMPARE(all.size(), std::size_t{1});
    }

    void aMessageIsWhatItCameToLast_data() { test::addDatabaseRows(); }
    void aMessageIsWhatItCameToLast()
    {
        PARLEY_DATABASE(database);
        MessageRow message;
        message.id.value = "m-r1";
        message.conversation = test::addConversation(database, "c1");
        message.sender = "user";
        message.kind = "text";
        test::must(test::writeTo(database, [&](Transaction& tx) {
            return ConversationLog().appendMessage(tx, message);
        }));
        const auto newest = [&] {
            return test::must(test::readFrom(database,
                                             [&](ReadTransaction& tx) {
                                                 return kRuns.findByMessage(tx, message.id);
                                             }))
                ->id.value;
        };
        const auto again = [&](const std::string& id) {
            addRun(database, id, "node-1", 10);
            test::must(test::writeTo(database, [&](Transaction& tx) {
                return tx.execute("UPDATE runs SET message_id = 'm-r1' WHERE id = $1", {id});
            }));
        };
        addRun(database, "r1", "node-1", 10);
        QVERIFY(test::must(end(database, "running", "paused"))); // with a reply: the bridge
        QCOMPARE(newest(), std::string("r1"));

        again("r2"); // handed back to the agents
        QCOMPARE(newest(), std::string("r2"));
        const auto endSecond = [&](const char* reply) {
            test::must(test::writeTo(database, [&](Transaction& tx) {
                return tx.execute("UPDATE runs SET status = 'cancelled', reply_id = $1 WHERE id = 'r2'",
                                  {textOrNull(reply)});
            }));
        };
        endSecond("answer");
        QCOMPARE(newest(), std::string("r2"));
        endSecond(""); // a person took it over again: the customer read nothing of it
        QCOMPARE(newest(), std::string("r1"));
    }
};

PARLEY_TEST("run_repository", RunRepositoryTest)
#include "run_repository_test.moc"
