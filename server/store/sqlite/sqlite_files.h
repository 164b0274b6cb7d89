// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/migrations.h"
#include "server/store/sqlite/sqlite_connection.h"

#include <mutex>
#include <set>

namespace parley::server::store {

/// The folder of a SQLite store: platform.sqlite and tenants/<uuid>.sqlite. A file is migrated before the
/// process opens it for the first time.
/// @thread any
class SqliteFiles {
public:
    SqliteFiles(std::filesystem::path folder, std::vector<Migration> migrations);

    /// Makes the folders and the platform's file. @errors Storage
    Result<void> preparePlatform();
    /// Makes a tenant's file. Idempotent. @errors InvalidArgument no UUID; Storage
    Result<void> prepareTenant(const TenantId& tenant);

    /// @errors NotFound the tenant has no file; Storage it cannot be opened, or its schema is newer than the
    /// program
    Result<std::unique_ptr<SqliteConnection>> open(const Scope& scope, SqliteConnection::Mode mode);

    [[nodiscard]] std::filesystem::path pathOf(const Scope& scope) const;

private:
    /// Migrates the file unless this process did so before. @param create  make it when it does not exist
    Result<void> ensureCurrent(const Scope& scope, bool create);

    std::filesystem::path m_folder;
    std::vector<Migration> m_migrations;
    std::mutex m_mutex;
    /// The scopes whose files are migrated; "" is the platform.
    std::set<std::string> m_current;
};

} // namespace parley::server::store
