// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/sql_text.h"
#include "server/store/value.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

namespace parley::server::store {

/// One open SQLite file with its prepared statements.
/// @thread made, used and destroyed on one thread (Qt Sql demands it)
class SqliteConnection {
public:
    enum class Mode { Create, Write, Read };

    /// @errors Storage the file cannot be opened, or does not exist (unless Create)
    static Result<std::unique_ptr<SqliteConnection>> open(const std::filesystem::path& file, Mode mode);

    explicit SqliteConnection(QString name);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    /// Runs a statement without parameters and answer: BEGIN, SAVEPOINT, COMMIT, PRAGMA. @errors Storage
    Result<void> run(std::string_view sql);
    /// @errors Conflict a unique key, foreign key or check refused it; Storage anything else
    Result<std::vector<Row>> query(std::string_view sql, const Params& params);
    Result<std::int64_t> execute(std::string_view sql, const Params& params);

    /// Counts transactions that were written to the log through this connection.
    void noteWritten(std::size_t transactions) { m_unsettled += transactions; }
    /// Those since the last settle().
    [[nodiscard]] std::size_t unsettled() const { return m_unsettled; }
    /// Copies the log's pages into the file, after which the log is written over from its beginning. What a
    /// reader still looks at stays for the next time. Takes milliseconds. @errors Storage
    Result<void> settle();

private:
    struct Statement {
        QSqlQuery query;
        std::vector<std::size_t> arguments;
        /// Of its answer; asked for once, because Qt builds a whole record to say so. -1: not asked yet.
        int columns = -1;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    Result<void> configure(Mode mode);
    Result<Statement*> prepared(std::string_view sql);
    /// Binds and runs; on success the query stands before its first row and must be finished by the caller.
    /// @errors those of query
    Result<Statement*> start(std::string_view sql, const Params& params);

    std::size_t m_unsettled = 0;
    QString m_name;
    QSqlDatabase m_database;
    // depends on: m_database, which must outlive its queries
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> m_statements;
};

} // namespace parley::server::store
