// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

enum class Dialect { Sqlite, Postgres };

/// Whose tables a migration makes. On PostgreSQL both kinds live in one database.
enum class MigrationKind { Platform, Tenant };

/// One step of the schema. Never edited once released: its checksum is recorded where it was applied.
struct Migration {
    int version;
    MigrationKind kind;
    /// "0001_first.platform": unique within a dialect.
    std::string_view name;
    std::string_view sql;
};

/// A row of schema_migrations.
struct AppliedMigration {
    int version = 0;
    std::string name;
    std::string checksum;
};

/// The migrations built into the program, in the order they are applied.
std::span<const Migration> embeddedMigrations(Dialect dialect);

/// Only those of one kind.
std::vector<Migration> ofKind(std::span<const Migration> migrations, MigrationKind kind);

/// SHA-256 of a migration's text, 64 hexadecimal digits.
std::string migrationChecksum(const Migration& migration);

/// What is still to be applied.
/// @errors Storage the database is newer than the program, or an applied migration was changed
Result<std::vector<Migration>> pendingMigrations(std::span<const Migration> known,
                                                 std::span<const AppliedMigration> applied);

/// Makes the table that remembers what was applied; the same text for both databases.
inline constexpr std::string_view kCreateMigrationsTable =
    "CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL, name TEXT NOT NULL, "
    "checksum TEXT NOT NULL, applied_ms BIGINT NOT NULL, PRIMARY KEY (name))";
inline constexpr std::string_view kSelectMigrations =
    "SELECT version, name, checksum FROM schema_migrations ORDER BY version, name";
inline constexpr std::string_view kInsertMigration =
    "INSERT INTO schema_migrations (version, name, checksum, applied_ms) VALUES ($1, $2, $3, $4)";

} // namespace parley::server::store
