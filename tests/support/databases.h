// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/open_database.h"

#include <QTemporaryDir>

namespace parley::test {

/// Adds the rows "sqlite" and "postgresql" to a test's data, in a column "driver". Where this machine has no
/// PostgreSQL the second row is there too, and FreshDatabase skips it with the reason.
void addDatabaseRows();

/// An empty, migrated database and two tenants in it. On PostgreSQL a database of its own, made from a
/// migrated one.
class FreshDatabase {
public:
    /// @param driver   "sqlite" or "postgresql"
    /// @param options  what differs from the defaults; folder and url are set here
    explicit FreshDatabase(const std::string& driver, server::store::StoreOptions options = {});
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    server::store::Database& operator*() { return *m_database; }
    server::store::Database* operator->() { return m_database.get(); }

    /// Closes it and opens the same data again, as a restart would.
    void reopen();

    [[nodiscard]] const server::store::StoreOptions& options() const { return m_options; }

    /// Two tenants, prepared.
    const TenantId first{"11111111-1111-7111-8111-111111111111"};
    const TenantId second{"22222222-2222-7222-8222-222222222222"};

private:
    QTemporaryDir m_folder;
    server::store::StoreOptions m_options;
    std::unique_ptr<server::store::Database> m_database;
};

/// Makes an empty database on the test server and gives its URL. @param from  a database to copy
std::string makePostgresDatabase(const std::string& from = "template0");

} // namespace parley::test

/// First line of a test with addDatabaseRows(): `PARLEY_DATABASE(database)` or, with options,
/// `PARLEY_DATABASE(database, options)`. Skips the row where its database is not on this machine.
#define PARLEY_DATABASE(name, ...)                                                                           \
    QFETCH(std::string, driver);                                                                             \
    if (const std::string why = parley::test::unavailableDatabase(driver); !why.empty()) {                   \
        QSKIP(why.c_str());                                                                                  \
    }                                                                                                        \
    parley::test::FreshDatabase name(driver __VA_OPT__(, ) __VA_ARGS__)

namespace parley::test {

/// Why a row of addDatabaseRows() cannot run here; empty when it can.
std::string unavailableDatabase(const std::string& driver);

} // namespace parley::test
