// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/open_database.h"
#include "server/store/postgres/postgres_transaction.h"
#include "server/store/store_counters.h"

namespace parley::server::store {

/// One worker's connection: runs jobs in transactions of their tenant and connects again when it was lost.
/// @thread the worker
class PostgresSession {
public:
    PostgresSession(const StoreOptions& options, StoreCounters& counters);
    ~PostgresSession();
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;

    /// Runs and commits; a job that could not be serialized is run again, a few times.
    /// @param actions  receives what the job wants done after its commit
    /// @errors those of the job; Storage connection lost, commit failed
    Result<void>
    write(const Scope& scope, const Database::WriteJob& job, std::vector<std::function<void()>>& actions);
    Result<void> read(const Scope& scope, const Database::ReadJob& job);

private:
    /// Connects when needed and begins; a connection that had died unnoticed is replaced once.
    Result<void> begin(const Scope& scope, std::string_view mode);
    /// Ends a transaction of which nothing shall stay.
    void abandon();
    void disconnect();
    /// One run of a write job. @param retry  set when it may succeed if run again
    Result<void> attempt(const Scope& scope,
                         const Database::WriteJob& job,
                         std::vector<std::function<void()>>& actions,
                         bool& retry);
    TenantSql* sqlFor(const Scope& scope) { return scope.isPlatform() ? nullptr : &m_tenantSql; }

    const StoreOptions& m_options;
    StoreCounters& m_counters;
    TenantSql m_tenantSql;
    std::unique_ptr<PqConnection> m_connection;
};

} // namespace parley::server::store
