// SPDX-License-Identifier: MIT
#include "tests/bench/bare_commits.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <stdexcept>
#include <string>

namespace parley::bench {

namespace {

/// Each row fills a page; all of them are 8 MB.
constexpr int kPages = 2048;
constexpr int kRowBytes = 3'800;
/// As the daemon's.
constexpr int kSettle = 32;

[[noreturn]] void fail(const QSqlError& error)
{
    throw std::runtime_error("bare commits: " + error.text().toStdString());
}

void must(QSqlQuery& query, const QString& sql)
{
    if (!query.exec(sql)) {
        fail(query.lastError());
    }
    query.finish();
}

} // namespace

struct BareCommits::File {
    /// Qt finds its plugins by it.
    int argc = 0;
    QCoreApplication application{argc, nullptr};
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    QSqlQuery begin;
    QSqlQuery update;
    QSqlQuery end;
};

BareCommits::BareCommits(const std::filesystem::path& folder) : m_file(std::make_unique<File>())
{
    m_file->database.setDatabaseName(QString::fromStdString((folder / "commits.sqlite").string()));
    if (!m_file->database.open()) {
        fail(m_file->database.lastError());
    }
    QSqlQuery query(m_file->database);
    must(query, QStringLiteral("PRAGMA journal_mode = WAL"));
    must(query, QStringLiteral("PRAGMA synchronous = FULL"));
    must(query, QStringLiteral("PRAGMA wal_autocheckpoint = 2048"));
    must(query, QStringLiteral("CREATE TABLE pages (id INTEGER PRIMARY KEY, changes INTEGER, body BLOB)"));
    must(query,
         QStringLiteral(
             "WITH RECURSIVE n(id) AS (VALUES (0) UNION ALL SELECT id + 1 FROM n WHERE id + 1 < %1) "
             "INSERT INTO pages SELECT id, 0, zeroblob(%2) FROM n")
             .arg(kPages)
             .arg(kRowBytes));
    for (QSqlQuery* each : {&m_file->begin, &m_file->update, &m_file->end}) {
        *each = QSqlQuery(m_file->database);
        each->setForwardOnly(true);
    }
    m_file->begin.prepare(QStringLiteral("BEGIN IMMEDIATE"));
    m_file->update.prepare(QStringLiteral("UPDATE pages SET changes = changes + 1 WHERE id >= ? AND id < ?"));
    m_file->end.prepare(QStringLiteral("COMMIT"));
}

BareCommits::~BareCommits() = default;

void BareCommits::commit(int pages)
{
    if (m_next + pages > kPages) {
        m_next = 0;
    }
    m_file->update.bindValue(0, m_next);
    m_file->update.bindValue(1, m_next + pages);
    m_next += pages;
    for (QSqlQuery* each : {&m_file->begin, &m_file->update, &m_file->end}) {
        if (!each->exec()) {
            fail(each->lastError());
        }
        each->finish();
    }
    ++m_unsettled;
}

void BareCommits::settle()
{
    if (m_unsettled < kSettle) {
        return;
    }
    m_unsettled = 0;
    QSqlQuery query(m_file->database);
    must(query, QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

} // namespace parley::bench
