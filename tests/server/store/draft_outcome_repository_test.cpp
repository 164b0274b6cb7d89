// SPDX-License-Identifier: MIT
#include "server/store/draft_outcome_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

class DraftOutcomeRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestOfARunAndSourceCounts_data() { test::addDatabaseRows(); }
    void theNewestOfARunAndSourceCounts()
    {
        PARLEY_DATABASE(database);
        const DraftOutcomeRepository outcomes;
        DraftOutcomeRow row;
        row.conversation = test::addConversation(database, "c1");
        row.features = R"({"coverage":1})";
        row.confidence = 0.6;
        const auto put = [&](const char* run, const char* source, const char* outcome, double label) {
            row.run.value = run;
            row.source = source;
            row.outcome = outcome;
            row.label = label;
            row.createdMs += 1;
            test::must(test::writeTo(database, [&](Transaction& tx) { return outcomes.put(tx, row); }));
        };
        put("r1", "feedback", "sent", 1);
        put("r2", "resolution", "edited", 0.5);
        put("r1", "resolution", "sent", 1);
        put("r1", "feedback", "rejected", 0);

        const auto counts =
            test::must(test::readFrom(database, [&](ReadTransaction& tx) { return outcomes.counts(tx); }));
        QCOMPARE(counts.sent, std::int64_t{1});
        QCOMPARE(counts.edited, std::int64_t{1});
        QCOMPARE(counts.rejected, std::int64_t{1});
        const auto newest =
            test::must(test::readFrom(database, [&](ReadTransaction& tx) { return outcomes.newest(tx, 2); }));
        QCOMPARE(newest.size(), std::size_t{2});
        QCOMPARE(newest.front().source, std::string("feedback"));
        QCOMPARE(newest.front().label, 0.0);
        QCOMPARE(newest.front().features, row.features);

        test::must(test::writeTo(database, [&](Transaction& tx) {
            return outcomes.remove(tx, RunId{"r1"}, "resolution");
        }));
        QCOMPARE(test::column(database, "SELECT run_id FROM draft_outcomes ORDER BY run_id"),
                 std::string("r1 r2 "));
    }
};

PARLEY_TEST("draft_outcome_repository", DraftOutcomeRepositoryTest)
#include "draft_outcome_repository_test.moc"
