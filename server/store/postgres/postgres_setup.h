// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/migrations.h"
#include "server/store/postgres/pq_connection.h"

#include <chrono>

namespace parley::server::store {

/// Migrates as the owner and makes the role that the pool works under, with its grants. Nodes that start at
/// the same time take turns.
/// @errors Storage no connection, a migration failed, the database is newer than the program
Result<void> setUpPostgres(const std::string& ownerUrl, std::span<const Migration> known);

/// A connection of the pool: under the role that owns nothing, with its time limits.
tl::expected<std::unique_ptr<PqConnection>, PqFailure>
connectAsApp(const std::string& url, std::chrono::milliseconds statementTimeout);

} // namespace parley::server::store
