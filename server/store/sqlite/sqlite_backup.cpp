// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_backup.h"

#include "server/store/sqlite/sqlite_connection.h"

namespace parley::server::store {

namespace {

/// Emptying the log keeps writers out while it waits for readers.
constexpr std::string_view kShortWait = "PRAGMA busy_timeout = 100";
constexpr auto kLedger = "SELECT tenant, hash, erased_ms FROM erasure_ledger";

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
    if (auto hurried = (*connection)->query(kShortWait, {}); !hurried) {
        return fail(std::move(hurried).error().in("emptyLog"));
    }
    auto rows = (*connection)->query("PRAGMA wal_checkpoint(TRUNCATE)", {});
    if (!rows) {
        return fail(std::move(rows).error().in("emptyLog"));
    }
    return !rows->empty() && rows->front().integer(0) == 0;
}

Result<std::vector<ErasureMark>> erasuresInSqliteFile(const std::filesystem::path& platform)
{
    auto connection = SqliteConnection::open(platform, SqliteConnection::Mode::Read);
    if (!connection) {
        return fail(std::move(connection).error().in("erasuresInSqliteFile"));
    }
    auto known = (*connection)->query("SELECT name FROM sqlite_master WHERE name = 'erasure_ledger'", {});
    if (!known) {
        return fail(std::move(known).error().in("erasuresInSqliteFile"));
    }
    std::vector<ErasureMark> marks;
    if (known->empty()) {
        return marks; // older than the first erasure
    }
    auto rows = (*connection)->query(kLedger, {});
    if (!rows) {
        return fail(std::move(rows).error().in("erasuresInSqliteFile"));
    }
    for (const Row& row : *rows) {
        marks.push_back({TenantId{row.text(0)}, row.text(1), row.integer(2)});
    }
    return marks;
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
