// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"

#include <atomic>

namespace parley::server::store {

/// What the threads of a database count; the waiting jobs also bound its queues.
struct StoreCounters {
    std::atomic<std::uint64_t> commits{0};
    std::atomic<std::uint64_t> transactions{0};
    std::atomic<std::uint64_t> rollbacks{0};
    std::atomic<std::uint64_t> reads{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> waitingWrites{0};
    std::atomic<std::uint64_t> waitingReads{0};
    /// Open connections; SQLite's writers and readers share a bound each, PostgreSQL's pool counts as
    /// writing.
    std::atomic<std::uint64_t> openForWriting{0};
    std::atomic<std::uint64_t> openForReading{0};

    [[nodiscard]] Statistics snapshot() const
    {
        Statistics now;
        now.commits = commits;
        now.transactions = transactions;
        now.rollbacks = rollbacks;
        now.reads = reads;
        now.refused = refused;
        now.waiting = waitingWrites + waitingReads;
        now.connections = openForWriting + openForReading;
        return now;
    }
};

} // namespace parley::server::store
