// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_files.h"

#include "server/store/store_errors.h"
#include "shared/core/clock.h"

namespace parley::server::store {

namespace {

Result<std::vector<AppliedMigration>> readApplied(SqliteConnection& connection)
{
    auto rows = connection.query(kSelectMigrations, {});
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<AppliedMigration> applied;
    for (const Row& row : *rows) {
        applied.push_back({static_cast<int>(row.integer(0)), row.text(1), row.text(2)});
    }
    return applied;
}

Result<void> applyStatements(SqliteConnection& connection, const Migration& migration)
{
    for (const std::string& statement : splitStatements(migration.sql)) {
        if (auto done = connection.run(statement); !done) {
            return done;
        }
    }
    auto recorded = connection.execute(kInsertMigration,
                                       {std::int64_t{migration.version},
                                        std::string(migration.name),
                                        migrationChecksum(migration),
                                        SystemClock().nowMs()});
    if (!recorded) {
        return fail(std::move(recorded).error());
    }
    return {};
}

Result<void> migrateFile(SqliteConnection& connection, std::span<const Migration> known)
{
    if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    // All of it is one transaction: a file is either as it was or current.
    const auto steps = [&]() -> Result<void> {
        if (auto made = connection.run(kCreateMigrationsTable); !made) {
            return made;
        }
        auto applied = readApplied(connection);
        if (!applied) {
            return fail(std::move(applied).error());
        }
        auto pending = pendingMigrations(known, *applied);
        if (!pending) {
            return fail(std::move(pending).error());
        }
        for (const Migration& migration : *pending) {
            if (auto done = applyStatements(connection, migration); !done) {
                return fail(std::move(done).error().in(migration.name));
            }
        }
        return connection.run("COMMIT");
    };
    auto outcome = steps();
    if (!outcome) {
        // The failure that counts is the one above; closing the connection rolls back in any case.
        const auto rolledBack = connection.run("ROLLBACK");
        static_cast<void>(rolledBack);
    }
    return outcome;
}

} // namespace

SqliteFiles::SqliteFiles(std::filesystem::path folder, std::vector<Migration> migrations)
    : m_folder(std::move(folder)), m_migrations(std::move(migrations))
{}

std::filesystem::path SqliteFiles::pathOf(const Scope& scope) const
{
    return scope.isPlatform() ? m_folder / "platform.sqlite"
                              : m_folder / "tenants" / (scope.tenant.value + ".sqlite");
}

Result<void> SqliteFiles::preparePlatform()
{
    std::error_code failure;
    std::filesystem::create_directories(m_folder / "tenants", failure);
    if (failure) {
        return fail(storageError("cannot make the folder " + m_folder.string() + ": " + failure.message()));
    }
    return ensureCurrent(Scope::platform(), true);
}

Result<void> SqliteFiles::prepareTenant(const TenantId& tenant)
{
    if (!isUuid(tenant.value)) {
        return fail(ErrorCode::InvalidArgument, "A tenant's id is a UUID.");
    }
    return ensureCurrent(Scope::of(tenant), true);
}

Result<std::unique_ptr<SqliteConnection>> SqliteFiles::open(const Scope& scope, SqliteConnection::Mode mode)
{
    if (!scope.isPlatform() && !isUuid(scope.tenant.value)) {
        // Also what keeps "../" out of a path.
        return fail(ErrorCode::NotFound, "There is no such tenant.");
    }
    if (auto current = ensureCurrent(scope, false); !current) {
        return fail(std::move(current).error());
    }
    return SqliteConnection::open(pathOf(scope), mode);
}

Result<void> SqliteFiles::ensureCurrent(const Scope& scope, bool create)
{
    const std::lock_guard lock(m_mutex);
    std::error_code ignored;
    const bool exists = std::filesystem::exists(pathOf(scope), ignored);
    if (exists && m_current.contains(scope.tenant.value)) {
        return {};
    }
    if (!exists && !create) {
        return fail(ErrorCode::NotFound,
                    "There is no such tenant.",
                    pathOf(scope).string() + " does not exist");
    }
    auto connection = SqliteConnection::open(pathOf(scope), SqliteConnection::Mode::Create);
    if (!connection) {
        return fail(std::move(connection).error());
    }
    const auto kind = scope.isPlatform() ? MigrationKind::Platform : MigrationKind::Tenant;
    if (auto migrated = migrateFile(**connection, ofKind(m_migrations, kind)); !migrated) {
        return fail(std::move(migrated).error().in(pathOf(scope).string()));
    }
    m_current.insert(scope.tenant.value);
    return {};
}

} // namespace parley::server::store
