// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/open_database.h"
#include "server/store/sqlite/sqlite_reader.h"
#include "server/store/sqlite/sqlite_writer.h"

namespace parley::server::store {

/// One file a tenant and one for the platform, with a few writer and reader threads in all. A tenant is
/// pinned to a writer, and to a reader as long as that one keeps up.
class SqliteDatabase final : public Database {
public:
    /// @errors Storage the folder or the platform's file cannot be used
    static Result<std::unique_ptr<Database>> open(const StoreOptions& options,
                                                  std::vector<Migration> migrations);

    SqliteDatabase(const StoreOptions& options, std::vector<Migration> migrations);
    ~SqliteDatabase() override;

    void submitWrite(Scope scope, WriteJob job, Done done) override;
    void submitRead(Scope scope, ReadJob job, Done done) override;
    Result<void> prepareTenant(const TenantId& tenant) override;
    void close() override;
    [[nodiscard]] std::string_view driver() const override { return "sqlite"; }
    [[nodiscard]] Statistics statistics() const override { return m_counters.snapshot(); }

private:
    SqliteReader& readerFor(const Scope& scope);

    std::size_t m_queueLimit;
    SqliteFiles m_files;
    StoreCounters m_counters;
    // depends on: m_files, m_counters
    std::vector<std::unique_ptr<SqliteWriter>> m_writers;
    std::vector<std::unique_ptr<SqliteReader>> m_readers;
};

} // namespace parley::server::store
