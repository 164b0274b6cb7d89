// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/golden/golden_runs.h"
#include "server/runtime/task_scope.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::pipeline {

struct GoldenSweepOptions {
    std::chrono::milliseconds interval{15'000};
    /// So long nothing may have changed before the questions are asked: who edits a prompt saves it often.
    std::int64_t quietMs = 20'000;
    /// But after so long they are asked all the same.
    std::int64_t patienceMs = 600'000;
    /// Tenants that are looked at in one round; the others come in the next ones.
    std::size_t tenantsAtOnce = 50;
};

/// Sees, by the versions of configuration and knowledge, that a tenant's answers may differ from those of its
/// last run of golden questions, and has them asked again. @thread its coroutine on `executor`
class GoldenSweep {
public:
    GoldenSweep(store::Database& database,
                GoldenRuns& runs,
                const Clock& clock,
                GoldenSweepOptions options,
                boost::asio::any_io_executor executor,
                runtime::TaskFailure onFailure);

    void start(std::function<std::vector<TenantId>()> tenants);
    boost::asio::awaitable<void> stop();

    /// Looks at one tenant. @return whether a run was begun @errors Storage
    boost::asio::awaitable<Result<bool>> look(TenantId tenant);

private:
    /// What was seen of a tenant that changed since its last run.
    struct Seen {
        std::string state;
        std::int64_t sinceMs = 0;
        std::int64_t changedMs = 0;
    };

    boost::asio::awaitable<void> sweep(std::function<std::vector<TenantId>()> tenants);

    store::Database& m_database;
    GoldenRuns& m_runs;
    const Clock& m_clock;
    GoldenSweepOptions m_options;
    store::GoldenRunRepository m_repository;
    store::GoldenQuestionRepository m_questions;
    std::unordered_map<std::string, Seen> m_seen; // of tenants that wait to be quiet
    std::size_t m_next = 0;
    runtime::TaskScope m_scope; // last: its task uses all of the above
};

} // namespace parley::server::pipeline
