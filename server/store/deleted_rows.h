// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"

#include <chrono>
#include <filesystem>

namespace parley::server::store {

/// Where deleted rows still lie on the disk after their transaction, and makes them go: SQLite's full-text
/// indexes keep what was deleted until they are merged (3.40 has no secure-delete for FTS5), and the
/// write-ahead log keeps old pages. PostgreSQL reuses the space of deleted rows by itself (autovacuum).
/// Blocking: worker pools and start-up.
class DeletedRows {
public:
    /// @param folder  the SQLite store's
    DeletedRows(Database& database, std::filesystem::path folder);

    /// @param patience  for merging: a large index is worth several calls @return false when that was too
    /// short, or a reader kept the log from being emptied; the next call goes on @errors Storage
    [[nodiscard]] Result<bool> purge(const TenantId& tenant,
                                     std::chrono::milliseconds patience = std::chrono::seconds(10)) const;

private:
    Result<bool> mergeIndexes(const TenantId& tenant, std::chrono::steady_clock::time_point until) const;

    Database& m_database;
    std::filesystem::path m_folder;
};

} // namespace parley::server::store
