// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_session.h"

#include "server/store/postgres/postgres_setup.h"
#include "server/store/store_errors.h"

namespace parley::server::store {

namespace {

/// How often a job that failed to serialize is run in all: once and three times more.
constexpr int kAttempts = 4;

} // namespace

PostgresSession::PostgresSession(const StoreOptions& options, StoreCounters& counters)
    : m_options(options), m_counters(counters)
{}

PostgresSession::~PostgresSession()
{
    disconnect();
}

void PostgresSession::disconnect()
{
    if (m_connection) {
        m_connection.reset();
        --m_counters.openForWriting;
    }
}

Result<void> PostgresSession::begin(const Scope& scope, std::string_view mode)
{
    if (!scope.isPlatform() && !isUuid(scope.tenant.value)) {
        // Also what keeps the id below from being anything but a literal.
        return fail(ErrorCode::NotFound, "There is no such tenant.");
    }
    std::string text = "BEGIN ";
    text.append(mode);
    if (!scope.isPlatform()) {
        // Local to the transaction: whatever the connection does next begins without a tenant. One round
        // trip.
        text.append("; SELECT set_config('app.tenant', '").append(scope.tenant.value).append("', true)");
    }
    PqFailure failure;
    for (int i = 0; i < 2; ++i) {
        if (!m_connection) {
            auto connected = connectAsApp(m_options.url, m_options.statementTimeout);
            if (!connected) {
                return fail(std::move(connected).error().error.in("store.connect"));
            }
            m_connection = std::move(*connected);
            ++m_counters.openForWriting;
        }
        auto begun = m_connection->run(text);
        if (begun) {
            return {};
        }
        // Nothing has been done yet, so a connection that died while idle costs nobody a job.
        failure = std::move(begun).error();
        disconnect();
    }
    return fail(std::move(failure.error).in("store.begin"));
}

void PostgresSession::abandon()
{
    if (m_connection && !m_connection->run("ROLLBACK")) {
        disconnect();
    }
}

Result<void> PostgresSession::attempt(const Scope& scope,
                                      const Database::WriteJob& job,
                                      std::vector<std::function<void()>>& actions,
                                      bool& retry)
{
    retry = false;
    if (auto begun = begin(scope, "ISOLATION LEVEL READ COMMITTED"); !begun) {
        return begun;
    }
    PostgresTransaction transaction(*m_connection, sqlFor(scope));
    auto outcome = transaction.run(job);
    if (!outcome) {
        const auto& failure = transaction.failure();
        retry = failure && failure->isRetryable();
        if (failure && failure->connectionLost) {
            disconnect();
        } else {
            abandon();
        }
        return outcome;
    }
    auto committed = m_connection->run("COMMIT");
    if (!committed) {
        retry = committed.error().isRetryable();
        if (committed.error().connectionLost) {
            disconnect();
        } else {
            abandon();
        }
        return fail(std::move(committed).error().error.in("store.commit"));
    }
    ++m_counters.commits;
    actions = transaction.takeActions();
    return {};
}

Result<void> PostgresSession::write(const Scope& scope,
                                    const Database::WriteJob& job,
                                    std::vector<std::function<void()>>& actions)
{
    bool retry = false;
    Result<void> outcome;
    for (int i = 0; i < kAttempts; ++i) {
        outcome = attempt(scope, job, actions, retry);
        if (!retry) {
            break;
        }
    }
    return outcome;
}

Result<void> PostgresSession::read(const Scope& scope, const Database::ReadJob& job)
{
    if (auto begun = begin(scope, "ISOLATION LEVEL REPEATABLE READ READ ONLY"); !begun) {
        return begun;
    }
    PostgresTransaction transaction(*m_connection, sqlFor(scope));
    auto outcome = transaction.run(job);
    if (transaction.failure() && transaction.failure()->connectionLost) {
        disconnect();
    } else {
        abandon();
    }
    return outcome;
}

} // namespace parley::server::store
