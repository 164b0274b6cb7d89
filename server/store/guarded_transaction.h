// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"

#include <optional>

namespace parley::server::store {

/// What the transactions of both drivers share: after a failed statement every further one of the job fails
/// and the job rolls back, as PostgreSQL demands and SQLite would not; a job that throws is a job that
/// failed.
class GuardedTransaction : public Transaction {
public:
    Result<std::vector<Row>> query(std::string_view sql, const Params& params = {}) final;
    Result<std::int64_t> execute(std::string_view sql, const Params& params = {}) final;
    void afterCommit(std::function<void()> action) final;

    /// Runs a job to its end; commits nothing. @errors those of the job, of its first failed statement;
    /// Internal it threw
    template <class Job>
    Result<void> run(const Job& job)
    {
        return contained([&] { return job(*this); });
    }

    /// What the job wants done after its commit.
    std::vector<std::function<void()>> takeActions() { return std::move(m_actions); }

protected:
    virtual Result<std::vector<Row>> runQuery(std::string_view sql, const Params& params) = 0;
    virtual Result<std::int64_t> runExecute(std::string_view sql, const Params& params) = 0;

private:
    Result<void> contained(const std::function<Result<void>()>& job);
    /// Fails when the job may run no further statement.
    Result<void> admit(const Params& params);

    std::optional<Error> m_failure;
    std::vector<std::function<void()>> m_actions;
};

/// Runs what a job wanted done after its commit. An action that throws does not stop the others: the commit
/// stands.
void runActions(std::vector<std::function<void()>> actions) noexcept;

} // namespace parley::server::store
