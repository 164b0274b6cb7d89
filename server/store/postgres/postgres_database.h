// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/open_database.h"
#include "server/store/store_counters.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parley::server::store {

/// A pool of connections, each with a thread of its own, made when there is work for it. A lost connection
/// fails the job that was using it and is made anew for the next.
class PostgresDatabase final : public Database {
public:
    /// Migrates, makes the role, and refuses a schema or a role that lets tenants see each other.
    /// @errors Storage with every fault in `detail`
    static Result<std::unique_ptr<Database>> open(const StoreOptions& options,
                                                  std::span<const Migration> known);

    explicit PostgresDatabase(const StoreOptions& options);
    ~PostgresDatabase() override;

    void submitWrite(Scope scope, WriteJob job, Done done) override;
    void submitRead(Scope scope, ReadJob job, Done done) override;
    /// Rows of a tenant need no place of their own. @errors InvalidArgument no UUID
    Result<void> prepareTenant(const TenantId& tenant) override;
    /// As the owner; the pool's own login may make nothing. @errors Storage
    Result<std::string> prepareVectors(int dimensions) override;
    void close() override;
    [[nodiscard]] std::string_view driver() const override { return "postgresql"; }
    [[nodiscard]] Statistics statistics() const override { return m_counters.snapshot(); }

private:
    /// One of the two jobs is set.
    struct Job {
        Scope scope;
        WriteJob write;
        ReadJob read;
        Done done;
    };

    void submit(Job job, std::atomic<std::uint64_t>& waiting);
    void work();

    StoreOptions m_options;
    StoreCounters m_counters;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Job> m_waiting;
    std::size_t m_idle = 0;
    bool m_closed = false;
    // depends on: everything above
    std::vector<std::thread> m_threads;
};

} // namespace parley::server::store
