// SPDX-License-Identifier: MIT
#include "server/store/deleted_rows.h"

#include "server/store/rows.h"
#include "server/store/sqlite/sqlite_backup.h"

namespace parley::server::store {

namespace {

/// Pages that one step merges, so that others can write in between.
/// @source https://www.sqlite.org/fts5.html, "The 'merge' command"
constexpr int kPagesAtOnce = 500;

bool isPlainName(const std::string& name)
{
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos;
}

/// @return whether it changed anything @errors Storage
Result<bool> mergeStep(Transaction& tx, const std::string& index, bool isFirst)
{
    const auto changes = [&] {
        return firstOf(
            tx.queryOptional("SELECT total_changes()"),
            [](const Row& row) { return row.integer(0); },
            "deletedRows.merge");
    };
    auto before = changes();
    if (!before) {
        return fail(std::move(before).error());
    }
    // A negative number begins the merging of all segments into one, positive ones go on with it.
    const std::int64_t pages = isFirst ? -kPagesAtOnce : kPagesAtOnce;
    auto merged = tx.execute("INSERT INTO " + index + " (" + index + ", rank) VALUES ('merge', $1)", {pages});
    if (!merged) {
        return fail(std::move(merged).error().in("deletedRows.merge"));
    }
    auto after = changes();
    if (!after) {
        return fail(std::move(after).error());
    }
    return after->value_or(0) - before->value_or(0) >= 2;
}

} // namespace

DeletedRows::DeletedRows(Database& database, std::filesystem::path folder)
    : m_database(database), m_folder(std::move(folder))
{}

Result<bool> DeletedRows::mergeIndexes(const TenantId& tenant,
                                       std::chrono::steady_clock::time_point until) const
{
    auto list = [](ReadTransaction& tx) {
        return allOf(
            tx.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%' "
                "AND sql LIKE '%fts5%'"),
            [](const Row& row) { return row.text(0); },
            "deletedRows.indexes");
    };
    auto indexes = m_database.readNow(Scope::of(tenant), list);
    if (!indexes) {
        return fail(std::move(indexes).error());
    }
    for (const std::string& index : *indexes) {
        bool isFirst = true;
        for (bool goesOn = isPlainName(index); goesOn;) {
            if (!isFirst && std::chrono::steady_clock::now() >= until) {
                return false;
            }
            auto merge = [&](Transaction& tx) { return mergeStep(tx, index, isFirst); };
            auto merged = m_database.transactNow(Scope::of(tenant), merge);
            if (!merged) {
                return fail(std::move(merged).error());
            }
            goesOn = *merged;
            isFirst = false;
        }
    }
    return true;
}

Result<bool> DeletedRows::purge(const TenantId& tenant, std::chrono::milliseconds patience) const
{
    if (m_database.driver() != "sqlite") {
        return true;
    }
    auto merged = mergeIndexes(tenant, std::chrono::steady_clock::now() + patience);
    if (!merged) {
        return merged;
    }
    auto emptied = emptySqliteLog(m_folder / "tenants" / (tenant.value + ".sqlite"));
    return emptied ? Result<bool>(*merged && *emptied) : emptied;
}

} // namespace parley::server::store
