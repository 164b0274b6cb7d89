// SPDX-License-Identifier: MIT
#include "server/store/open_database.h"

#include "server/store/postgres/postgres_database.h"
#include "server/store/sqlite/sqlite_database.h"

namespace parley::server::store {

Result<std::unique_ptr<Database>> openDatabase(const StoreOptions& options)
{
    return openDatabase(options, embeddedMigrations(Dialect::Sqlite), embeddedMigrations(Dialect::Postgres));
}

Result<std::unique_ptr<Database>> openDatabase(const StoreOptions& options,
                                               std::span<const Migration> sqlite,
                                               std::span<const Migration> postgres)
{
    if (options.url.empty()) {
        return SqliteDatabase::open(options, {sqlite.begin(), sqlite.end()});
    }
    return PostgresDatabase::open(options, postgres);
}

} // namespace parley::server::store
