// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_database.h"

#include "server/store/store_errors.h"

#include <algorithm>

namespace parley::server::store {

namespace {

/// Reads of a tenant stay with its reader, which has the file open, until so many wait there.
constexpr std::size_t kReadsBeforeHelp = 4;

std::size_t pin(const Scope& scope, std::size_t count)
{
    return std::hash<std::string>()(scope.tenant.value) % count;
}

} // namespace

Result<std::unique_ptr<Database>> SqliteDatabase::open(const StoreOptions& options,
                                                       std::vector<Migration> migrations)
{
    // Loads Qt's plugin on this thread, before several others want it at once.
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"))) {
        return fail(storageError("Qt's SQLite driver is not installed (package libqt6sql6-sqlite)"));
    }
    auto database = std::make_unique<SqliteDatabase>(options, std::move(migrations));
    if (auto prepared = database->m_files.preparePlatform(); !prepared) {
        return fail(std::move(prepared).error().in("store.open"));
    }
    return std::unique_ptr<Database>(std::move(database));
}

SqliteDatabase::SqliteDatabase(const StoreOptions& options, std::vector<Migration> migrations)
    : m_queueLimit(options.queueLimit), m_files(options.folder, std::move(migrations))
{
    const auto openFiles = static_cast<std::size_t>(std::max(options.openTenants, 1));
    for (int i = 0; i < std::max(options.writers, 1); ++i) {
        m_writers.push_back(std::make_unique<SqliteWriter>(m_files, openFiles, m_counters));
    }
    for (int i = 0; i < std::max(options.readers, 1); ++i) {
        m_readers.push_back(std::make_unique<SqliteReader>(m_files, openFiles, m_counters));
    }
}

SqliteDatabase::~SqliteDatabase()
{
    close();
}

void SqliteDatabase::close()
{
    // Readers first: the last connection of a file, which tidies its WAL away, must be one that may write.
    for (const auto& reader : m_readers) {
        reader->close();
    }
    for (const auto& writer : m_writers) {
        writer->close();
    }
}

void SqliteDatabase::submitWrite(Scope scope, WriteJob job, Done done)
{
    if (m_counters.waitingWrites.fetch_add(1) >= m_queueLimit) {
        --m_counters.waitingWrites;
        ++m_counters.refused;
        done(fail(queueFullError()));
        return;
    }
    SqliteWriter::Job queued{std::move(job), std::move(done)};
    if (!m_writers[pin(scope, m_writers.size())]->submit(scope, std::move(queued))) {
        --m_counters.waitingWrites;
        ++m_counters.refused;
        queued.done(fail(closedError()));
    }
}

SqliteReader& SqliteDatabase::readerFor(const Scope& scope)
{
    SqliteReader& own = *m_readers[pin(scope, m_readers.size())];
    if (own.load() < kReadsBeforeHelp) {
        return own;
    }
    return **std::min_element(m_readers.begin(), m_readers.end(), [](const auto& a, const auto& b) {
        return a->load() < b->load();
    });
}

void SqliteDatabase::submitRead(Scope scope, ReadJob job, Done done)
{
    if (m_counters.waitingReads.fetch_add(1) >= m_queueLimit) {
        --m_counters.waitingReads;
        ++m_counters.refused;
        done(fail(queueFullError()));
        return;
    }
    SqliteReader& reader = readerFor(scope);
    SqliteReader::Job queued{std::move(scope), std::move(job), std::move(done)};
    if (!reader.submit(std::move(queued))) {
        --m_counters.waitingReads;
        ++m_counters.refused;
        queued.done(fail(closedError()));
    }
}

Result<void> SqliteDatabase::prepareTenant(const TenantId& tenant)
{
    return m_files.prepareTenant(tenant);
}

} // namespace parley::server::store
