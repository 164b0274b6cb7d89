// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/migrations.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace parley::server::store {

/// Which database, and how much of it. An empty url means SQLite in `folder`.
struct StoreOptions {
    /// SQLite: where platform.sqlite and tenants/ live.
    std::filesystem::path folder;
    /// PostgreSQL: what the pool connects with, "postgresql://user:password@host:port/name" or keywords.
    std::string url;
    /// PostgreSQL: what migrates, when that is another login than the pool's; empty: `url` does.
    std::string ownerUrl;
    /// SQLite: writer threads in all. They mostly wait for the disk, and the file system makes several files
    /// durable in one go: with 200 tenants eight of them committed four times as often as two on two cores.
    int writers = 8;
    /// SQLite: reader threads in all.
    int readers = 4;
    /// SQLite: files open at once, for the writers and for the readers each. Every one takes two to three
    /// descriptors.
    int openTenants = 256;
    /// PostgreSQL: connections at most, each with its thread; made when needed.
    int poolSize = 20;
    /// PostgreSQL: how long one statement may take.
    std::chrono::milliseconds statementTimeout{15000};
    /// Jobs that may wait, writes and reads each; more are refused with Unavailable.
    std::size_t queueLimit = 20000;
    /// PostgreSQL in production: the login itself, not only the role it takes, must be unable to bypass row
    /// security.
    bool checkSessionUser = false;
};

/// Migrates, checks that tenants cannot see each other, and opens.
/// Blocking. @errors Storage with every fault in `detail`
Result<std::unique_ptr<Database>> openDatabase(const StoreOptions& options);

/// The same with other migrations than the program's. For tests.
Result<std::unique_ptr<Database>> openDatabase(const StoreOptions& options,
                                               std::span<const Migration> sqlite,
                                               std::span<const Migration> postgres);

} // namespace parley::server::store
