// SPDX-License-Identifier: MIT
#include "server/store/analytics_repository.h"
#include "server/store/llm_usage_repository.h"
#include "server/store/turn_facts_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <map>

using namespace parley;
using namespace parley::server;

namespace {

const store::AnalyticsRepository kAnalytics;
/// Three pieces of 100 ms; the first begins before the period.
constexpr store::AnalyticsPeriod kPeriod{1'050, 1'300, 1'000, 100};

void run(test::FreshDatabase& database, const std::string& sql)
{
    test::must(test::writeTo(database, [&](store::Transaction& tx) { return tx.execute(sql); }));
}

/// A run of a conversation for a message, and what it came to.
void addRun(test::FreshDatabase& database,
            const std::string& id,
            const std::string& message,
            std::int64_t atMs,
            std::int64_t latencyMs,
            const std::string& outcome,
            const std::string& conversation = "a")
{
    test::must(test::writeTo(database, [&](store::Transaction& tx) -> Result<void> {
        store::RunRow row;
        row.id.value = id;
        row.conversation.value = conversation;
        row.message.value = message;
        row.status = "running";
        row.createdMs = atMs;
        auto made = store::RunRepository().create(tx, row);
        const store::TurnFacts facts{RunId{id}, outcome, "faq", 0.5, latencyMs, {}};
        if (!made) {
            return made;
        }
        auto channel = store::TurnFactsRepository().note(tx, facts);
        return channel ? Result<void>() : Result<void>(fail(std::move(channel).error()));
    }));
}

void addTurn(test::FreshDatabase& database,
             const std::string& id,
             const std::string& conversation,
             std::int64_t atMs,
             std::int64_t latencyMs,
             const std::string& outcome = "answer")
{
    addRun(database, id, "m" + id, atMs, latencyMs, outcome, conversation);
}

template <class Read>
auto read(test::FreshDatabase& database, Read what)
{
    return test::must(test::readFrom(database, [&](store::ReadTransaction& tx) { return what(tx); }));
}

} // namespace

class AnalyticsRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPeriodsTurnsAreCountedByPiece_data() { test::addDatabaseRows(); }
    void aPeriodsTurnsAreCountedByPiece()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        addTurn(database, "r1", "a", 1'049, 10);
        addTurn(database, "r2", "a", 1'050, 20);
        addTurn(database, "r3", "a", 1'250, 1'234);
        addTurn(database, "r4", "a", 1'299, 30, "suggestion");
        addTurn(database, "r5", "a", 1'300, 40);

        const auto turns = read(database, [](auto& tx) { return kAnalytics.turns(tx, kPeriod); });
        const auto times = read(database, [](auto& tx) { return kAnalytics.turnTimes(tx, kPeriod); });
        const auto agents = read(database, [](auto& tx) { return kAnalytics.agents(tx, kPeriod, 5); });

        QCOMPARE(turns.size(), std::size_t{3});
        for (const auto& [bucket, count] : std::map<std::size_t, std::int64_t>{{0, 1}, {1, 0}, {2, 2}}) {
            QCOMPARE(turns[bucket].bucket, static_cast<std::int64_t>(bucket));
            QCOMPARE(turns[bucket].turns, count);
        }
        QCOMPARE(times.size(), std::size_t{2});
        QCOMPARE(times[0].time, std::int64_t{20});
        QCOMPARE(times[1].time, std::int64_t{1'230});
        QCOMPARE(agents.size(), std::size_t{1});
        QCOMPARE(agents[0].answers, std::int64_t{2});
        QCOMPARE(agents[0].confidence, 0.5);
    }

    void onlyTheFirstTurnIsAFirstReply_data() { test::addDatabaseRows(); }
    void onlyTheFirstTurnIsAFirstReply()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        test::addConversation(database, "b");
        addTurn(database, "r1", "a", 1'100, 100);
        addTurn(database, "r2", "a", 1'110, 200);
        addTurn(database, "r3", "b", 1'120, 300);

        const auto first = read(database, [](auto& tx) { return kAnalytics.turnTimes(tx, kPeriod); });

        QCOMPARE(first.size(), std::size_t{3});
        for (const auto& [index, count] : std::map<std::size_t, std::int64_t>{{0, 1}, {1, 0}, {2, 1}}) {
            QCOMPARE(first[index].first, count);
        }
    }

    void aMessageCountsOnceHoweverOftenItIsTried_data() { test::addDatabaseRows(); }
    void aMessageCountsOnceHoweverOftenItIsTried()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        addRun(database, "r1", "m1", 1'100, 30, "bridge");
        addRun(database, "r2", "m1", 1'210, 50, "suggestion"); // a person handed it back and took it again
        addRun(database, "r3", "m1", 1'220, 60, "answer");
        addRun(database, "r4", "m2", 1'230, 70, "suggestion");
        addRun(database, "r5", "m2", 1'240, 80, "answer"); // nobody had read the first

        const auto turns = read(database, [](auto& tx) { return kAnalytics.turns(tx, kPeriod); });
        const auto times = read(database, [](auto& tx) { return kAnalytics.turnTimes(tx, kPeriod); });
        const auto agents = read(database, [](auto& tx) { return kAnalytics.agents(tx, kPeriod, 5); });

        for (const auto& [bucket, count] : std::map<std::size_t, std::int64_t>{{0, 0}, {1, 1}, {2, 1}}) {
            QCOMPARE(turns[bucket].turns, count);
        }
        QCOMPARE(times.size(), std::size_t{2});
        QCOMPARE(times[0].time, std::int64_t{30}); // when the customer read something
        QCOMPARE(times[0].first, std::int64_t{1});
        QCOMPARE(times[1].time, std::int64_t{80});
        QCOMPARE(times[1].first, std::int64_t{0});
        QCOMPARE(agents.at(0).answers, std::int64_t{2});
    }

    void aConversationWithATicketIsEscalated_data() { test::addDatabaseRows(); }
    void aConversationWithATicketIsEscalated()
    {
        PARLEY_DATABASE(database);
        for (const char* id : {"a", "b", "silent"}) {
            test::addConversation(database, id);
        }
        run(database, "UPDATE conversations SET created_ms = 1100, last_message = 'x', sentiment = -0.5");
        run(database, "UPDATE conversations SET last_message = NULL WHERE id = 'silent'");
        run(database, "UPDATE conversations SET sentiment = 0.25, created_ms = 1200 WHERE id = 'b'");
        for (const char* id : {"1", "2"}) {
            run(database,
                std::string("INSERT INTO tickets (id, reference, conversation_id, customer_id, status, "
                            "category, priority, subject, reason, question, sla_breached, created_ms, "
                            "updated_ms, responded_ms, assigned_ms, resolved_ms) VALUES ('t") +
                    id + "', 'T" + id +
                    "', 'a', 'a-customer', 'resolved', 'general', 'low', 's', 'no_answer', 'q', 0, 1150, 0, "
                    "66150, 4000, 9500)");
        }

        const auto all = read(database, [](auto& tx) { return kAnalytics.conversations(tx, kPeriod); });
        const auto reasons = read(database, [](auto& tx) { return kAnalytics.reasons(tx, kPeriod, 5); });
        const auto words = read(database, [](auto& tx) { return kAnalytics.firstWords(tx, kPeriod); });
        const auto handling = read(database, [](auto& tx) { return kAnalytics.handling(tx, kPeriod); });

        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].bucket, std::int64_t{1});
        QCOMPARE(all[0].conversations, std::int64_t{1});
        QCOMPARE(all[0].escalated, std::int64_t{1});
        QCOMPARE(all[0].negative, std::int64_t{1});
        QCOMPARE(all[1].escalated, std::int64_t{0});
        QCOMPARE(all[1].positive, std::int64_t{1});
        QCOMPARE(all[1].moods, 0.25);
        QCOMPARE(reasons.size(), std::size_t{1});
        QCOMPARE(reasons[0].count, std::int64_t{2});
        QCOMPARE(words[0].time, std::int64_t{65});
        QCOMPARE(handling[0].time, std::int64_t{5});
    }

    void whatModelsTakeIsKeptByTheHour_data() { test::addDatabaseRows(); }
    void whatModelsTakeIsKeptByTheHour()
    {
        PARLEY_DATABASE(database);
        constexpr std::int64_t kHour = 3'600'000;
        for (const std::int64_t at : {kHour, 2 * kHour - 1, 2 * kHour}) {
            test::must(test::writeTo(database, [&](store::Transaction& tx) {
                return store::LlmUsageRepository().settle(tx, {}, {"1970-01", "p", "m", 1, 10, 5, 7}, at);
            }));
        }

        const store::AnalyticsPeriod period{0, 2 * kHour, 0, kHour};
        const auto usage = read(database, [&](auto& tx) { return kAnalytics.usage(tx, period); });

        QCOMPARE(usage.size(), std::size_t{1});
        QCOMPARE(usage[0].bucket, std::int64_t{1});
        QCOMPARE(usage[0].inputTokens, std::int64_t{20});
        QCOMPARE(usage[0].costMicros, std::int64_t{14});
    }

    void turnsGoWithTheirConversation_data() { test::addDatabaseRows(); }
    void turnsGoWithTheirConversation()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "a");
        addTurn(database, "r1", "a", 1'100, 10);

        run(database, "DELETE FROM conversations WHERE id = 'a'");

        const auto turns = read(database, [](auto& tx) { return kAnalytics.turns(tx, kPeriod); });
        QCOMPARE(turns.at(1).turns, std::int64_t{0});
    }
};

PARLEY_TEST("analytics_repository", AnalyticsRepositoryTest)
#include "analytics_repository_test.moc"
