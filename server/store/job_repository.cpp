// SPDX-License-Identifier: MIT
#include "server/store/job_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> JobRepository::add(Transaction& tx, const JobRow& job) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO jobs (id, kind, subject, payload, status, attempts, max_attempts, due_ms, created_ms) "
        "VALUES ($1, $2, $3, $4, 'queued', 0, $5, $6, $7)";
    return doneOf(
        tx.execute(
            kSql,
            {job.id.value, job.kind, job.subject, job.payload, job.maxAttempts, job.dueMs, job.createdMs}),
        "jobs.add");
}

Result<std::optional<JobRow>> JobRepository::claim(Transaction& tx,
                                                   const std::string& owner,
                                                   std::int64_t nowMs,
                                                   std::int64_t leaseUntilMs) const
{
    // The condition stands twice: on PostgreSQL the loser of two claimers sees the winner's row in the outer
    // one.
    static constexpr std::string_view kSql =
        "UPDATE jobs SET status = 'running', attempts = attempts + 1, lease_owner = $1, lease_until_ms = $3 "
        "WHERE id = (SELECT id FROM jobs WHERE (status = 'queued' AND due_ms <= $2) "
        "OR (status = 'running' AND lease_until_ms < $2) ORDER BY due_ms, id LIMIT 1) "
        "AND (status = 'queued' OR (status = 'running' AND lease_until_ms < $2)) "
        "RETURNING id, kind, subject, payload, status, attempts, max_attempts, due_ms, error, created_ms";
    auto read = [](const Row& row) {
        JobRow job;
        job.id.value = row.text(0);
        job.kind = row.text(1);
        job.subject = row.text(2);
        job.payload = row.text(3);
        job.status = row.text(4);
        job.attempts = row.integer(5);
        job.maxAttempts = row.integer(6);
        job.dueMs = row.integer(7);
        job.error = row.text(8);
        job.createdMs = row.integer(9);
        return job;
    };
    return firstOf(tx.queryOptional(kSql, {owner, nowMs, leaseUntilMs}), read, "jobs.claim");
}

Result<bool> JobRepository::renew(Transaction& tx, const JobRow& job, std::int64_t leaseUntilMs) const
{
    // Each claim counts an attempt: the number names the claim.
    static constexpr std::string_view kSql =
        "UPDATE jobs SET lease_until_ms = $3 WHERE id = $1 AND attempts = $2 AND status = 'running'";
    return wonOf(tx.execute(kSql, {job.id.value, job.attempts, leaseUntilMs}), "jobs.renew");
}

Result<void> JobRepository::releaseOthers(Transaction& tx, const std::string& owner) const
{
    static constexpr std::string_view kSql = "UPDATE jobs SET status = 'queued', lease_owner = NULL WHERE "
                                             "status = 'running' AND lease_owner <> $1";
    return doneOf(tx.execute(kSql, {owner}), "jobs.releaseOthers");
}

Result<bool> JobRepository::finish(Transaction& tx, const JobRow& job, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE jobs SET status = 'done', finished_ms = $3, lease_owner = NULL, error = NULL WHERE id = $1 "
        "AND attempts = $2 AND status = 'running'";
    return wonOf(tx.execute(kSql, {job.id.value, job.attempts, nowMs}), "jobs.finish");
}

Result<bool> JobRepository::failed(Transaction& tx,
                                   const JobRow& job,
                                   const std::string& error,
                                   std::optional<std::int64_t> retryMs,
                                   std::int64_t nowMs) const
{
    static constexpr std::string_view kRetry =
        "UPDATE jobs SET status = 'queued', due_ms = $3, error = $4, lease_owner = NULL WHERE id = $1 "
        "AND attempts = $2 AND status = 'running'";
    static constexpr std::string_view kGiveUp =
        "UPDATE jobs SET status = 'failed', finished_ms = $3, error = $4, lease_owner = NULL WHERE id = $1 "
        "AND attempts = $2 AND status = 'running'";
    return wonOf(tx.execute(retryMs ? kRetry : kGiveUp,
                            {job.id.value, job.attempts, retryMs.value_or(nowMs), error}),
                 "jobs.failed");
}

Result<void> JobRepository::cancel(Transaction& tx,
                                   std::string_view kind,
                                   const std::string& subject,
                                   std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE jobs SET status = 'cancelled', finished_ms = $3 WHERE kind = $1 AND subject = $2 "
        "AND status IN ('queued', 'running')";
    return doneOf(tx.execute(kSql, {std::string(kind), subject, nowMs}), "jobs.cancel");
}

Result<std::optional<std::int64_t>> JobRepository::nextDue(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT MIN(CASE WHEN status = 'running' THEN lease_until_ms ELSE due_ms END) FROM jobs "
        "WHERE status IN ('queued', 'running')";
    auto row = tx.queryOptional(kSql);
    if (!row) {
        return fail(std::move(row).error().in("jobs.nextDue"));
    }
    return *row ? (*row)->optionalInteger(0) : std::optional<std::int64_t>();
}

} // namespace parley::server::store
