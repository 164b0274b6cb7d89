// SPDX-License-Identifier: MIT
#include "server/store/job_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const JobRepository kJobs;

void addJob(test::FreshDatabase& database, const std::string& id, std::int64_t dueMs)
{
    JobRow job;
    job.id.value = id;
    job.kind = "test";
    job.subject = "s-" + id;
    job.payload = "{}";
    job.dueMs = dueMs;
    test::must(test::writeTo(database, [&](Transaction& tx) { return kJobs.add(tx, job); }));
}

std::string claim(test::FreshDatabase& database, const std::string& owner, std::int64_t nowMs)
{
    const auto job = test::must(
        test::writeTo(database, [&](Transaction& tx) { return kJobs.claim(tx, owner, nowMs, nowMs + 100); }));
    return job ? job->id.value + "#" + std::to_string(job->attempts) : "none";
}

/// What a worker that claimed the job at this attempt holds.
JobRow attemptAt(const std::string& id, std::int64_t attempt)
{
    JobRow job;
    job.id.value = id;
    job.attempts = attempt;
    return job;
}

bool finish(test::FreshDatabase& database, const JobRow& job)
{
    return test::must(test::writeTo(database, [&](Transaction& tx) { return kJobs.finish(tx, job, 4); }));
}

bool failed(test::FreshDatabase& database, const JobRow& job, std::optional<std::int64_t> retryMs)
{
    return test::must(test::writeTo(database, [&](Transaction& tx) {
        return kJobs.failed(tx, job, "broken", retryMs, 5);
    }));
}

std::optional<std::int64_t> nextDue(test::FreshDatabase& database)
{
    return test::must(test::readFrom(database, [](ReadTransaction& tx) { return kJobs.nextDue(tx); }));
}

std::string statuses(test::FreshDatabase& database)
{
    return test::column(database, "SELECT status FROM jobs ORDER BY id");
}

} // namespace

class JobRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheAttemptThatHasTheJobRenewsItsLease_data() { test::addDatabaseRows(); }
    void onlyTheAttemptThatHasTheJobRenewsItsLease()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 10);
        const auto renew = [&](std::int64_t attempt, std::int64_t until) {
            const JobRow job = attemptAt("j1", attempt);
            return test::must(
                test::writeTo(database, [&](Transaction& tx) { return kJobs.renew(tx, job, until); }));
        };
        QVERIFY(!renew(0, 500));
        QCOMPARE(claim(database, "a", 10), std::string("j1#1"));
        QVERIFY(renew(1, 500));
        QCOMPARE(claim(database, "b", 500), std::string("none"));

        QCOMPARE(claim(database, "b", 501), std::string("j1#2"));

        QVERIFY(!renew(1, 900));
        QVERIFY(renew(2, 900));
        test::must(
            test::writeTo(database, [](Transaction& tx) { return kJobs.cancel(tx, "test", "s-j1", 501); }));
        QVERIFY(!renew(2, 900));
    }

    void theOldestThatIsDueIsClaimed_data() { test::addDatabaseRows(); }
    void theOldestThatIsDueIsClaimed()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 30);
        addJob(database, "j2", 20);

        QCOMPARE(nextDue(database).value(), std::int64_t{20});
        QCOMPARE(claim(database, "a", 19), std::string("none"));
        QCOMPARE(claim(database, "a", 30), std::string("j2#1"));
        QCOMPARE(claim(database, "a", 30), std::string("j1#1"));
        QCOMPARE(claim(database, "a", 30), std::string("none"));
        QCOMPARE(nextDue(database).value(), std::int64_t{130});
    }

    void aLeaseThatHasEndedIsClaimedAgain_data() { test::addDatabaseRows(); }
    void aLeaseThatHasEndedIsClaimedAgain()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        QCOMPARE(claim(database, "a", 0), std::string("j1#1"));

        QCOMPARE(claim(database, "b", 100), std::string("none"));
        QCOMPARE(claim(database, "b", 101), std::string("j1#2"));
    }

    void oneOfManyClaimsIt_data() { test::addDatabaseRows(); }
    void oneOfManyClaimsIt()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        std::atomic<int> won{0};

        test::together(8, [&](int i) { won += claim(database, std::to_string(i), 1) == "none" ? 0 : 1; });

        QCOMPARE(won.load(), 1);
    }

    void aSoleProcessTakesWhatOthersLeft_data() { test::addDatabaseRows(); }
    void aSoleProcessTakesWhatOthersLeft()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        addJob(database, "j2", 0);
        QCOMPARE(claim(database, "dead", 0), std::string("j1#1"));
        QCOMPARE(claim(database, "me", 0), std::string("j2#1"));

        test::must(test::writeTo(database, [](Transaction& tx) { return kJobs.releaseOthers(tx, "me"); }));

        QCOMPARE(claim(database, "me", 1), std::string("j1#2"));
        QCOMPARE(claim(database, "me", 1), std::string("none"));
    }

    void aFailedJobWaitsOrIsGivenUp_data() { test::addDatabaseRows(); }
    void aFailedJobWaitsOrIsGivenUp()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        QCOMPARE(claim(database, "a", 0), std::string("j1#1"));
        QVERIFY(failed(database, attemptAt("j1", 1), 50));
        QCOMPARE(statuses(database), std::string("queued "));
        QCOMPARE(claim(database, "a", 49), std::string("none"));
        QCOMPARE(claim(database, "a", 50), std::string("j1#2"));
        QVERIFY(failed(database, attemptAt("j1", 2), std::nullopt));
        QCOMPARE(statuses(database), std::string("failed "));
        QCOMPARE(test::column(database, "SELECT error FROM jobs"), std::string("broken "));
        QVERIFY(!nextDue(database).has_value());
    }

    void aCancelledJobStaysCancelled_data() { test::addDatabaseRows(); }
    void aCancelledJobStaysCancelled()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        QCOMPARE(claim(database, "a", 0), std::string("j1#1"));
        test::must(
            test::writeTo(database, [](Transaction& tx) { return kJobs.cancel(tx, "test", "s-j1", 3); }));

        QVERIFY(!finish(database, attemptAt("j1", 1)));
        QVERIFY(!failed(database, attemptAt("j1", 1), 9));

        QCOMPARE(statuses(database), std::string("cancelled "));
        QCOMPARE(claim(database, "a", 500), std::string("none"));
    }

    void onlyTheAttemptThatHasTheJobSettlesIt_data() { test::addDatabaseRows(); }
    void onlyTheAttemptThatHasTheJobSettlesIt()
    {
        PARLEY_DATABASE(database);
        addJob(database, "j1", 0);
        QCOMPARE(claim(database, "a", 0), std::string("j1#1"));
        QCOMPARE(claim(database, "b", 101), std::string("j1#2"));

        QVERIFY(!finish(database, attemptAt("j1", 1)));
        QVERIFY(!failed(database, attemptAt("j1", 1), 9));
        QVERIFY(!failed(database, attemptAt("j1", 1), std::nullopt));
        QCOMPARE(statuses(database), std::string("running "));

        QVERIFY(finish(database, attemptAt("j1", 2)));
        QCOMPARE(statuses(database), std::string("done "));
        QVERIFY(!failed(database, attemptAt("j1", 2), 9));
    }
};

PARLEY_TEST("job_repository", JobRepositoryTest)
#include "job_repository_test.moc"
