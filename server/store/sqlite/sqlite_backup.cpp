// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_backup.h"

#include "server/store/sqlite/sqlite_connection.h"

namespace parley::server::store {

namespace {

/// Each waits as long as the connection's busy timeout.
constexpr int kTries = 3;

} // namespace

Result<void> copySqliteFile(const std::filesystem::path& source, const std::filesystem::path& target)
{
    auto connection = SqliteConnection::open(source, SqliteConnection::Mode::Read);
    if (!connection) {
        return fail(std::move(connection).error().in("backup"));
    }
    auto copied = (*connection)->execute("VACUUM INTO $1", {target.string()});
    if (!copied) {
        return fail(std::move(copied).error().in("backup"));
    }
    return {};
}

Result<bool> emptySqliteLog(const std::filesystem::path& file)
{
    auto connection = SqliteConnection::open(file, SqliteConnection::Mode::Write);
    if (!connection) {
        return fail(std::move(connection).error().in("emptyLog"));
    }
    for (int attempt = 0; attempt < kTries; ++attempt) {
        auto rows = (*connection)->query("PRAGMA wal_checkpoint(TRUNCATE)", {});
        if (!rows) {
            return fail(std::move(rows).error().in("emptyLog"));
        }
        if (!rows->empty() && rows->front().integer(0) == 0) {
            return true;
        }
    }
    return false;
}

Result<bool> isWholeSqliteFile(const std::filesystem::path& file)
{
    auto connection = SqliteConnection::open(file, SqliteConnection::Mode::Read);
    if (!connection) {
        return fail(std::move(connection).error());
    }
    auto rows = (*connection)->query("PRAGMA quick_check(1)", {});
    if (!rows) {
        return fail(std::move(rows).error());
    }
    return !rows->empty() && rows->front().text(0) == "ok";
}

} // namespace parley::server::store
