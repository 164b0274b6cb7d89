// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_connection.h"

#include "server/store/store_errors.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

#include <atomic>
#include <stdexcept>

namespace parley::server::store {

namespace {

/// A connection's statements are few and static; beyond this something builds SQL, and the cache starts anew.
constexpr std::size_t kMaxStatements = 128;

/// How long SQLite waits for a lock of another connection before it reports "busy".
constexpr auto kOpenOptions = "QSQLITE_BUSY_TIMEOUT=5000";

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariant toVariant(const Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return QVariant(static_cast<qlonglong>(*whole));
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return QVariant(*real);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return QVariant(toQString(*text));
    }
    if (const auto* blob = std::get_if<Blob>(&value)) {
        if (blob->empty()) {
            // A QByteArray made of a null pointer would be bound as NULL.
            return QVariant(QByteArray(""));
        }
        return QVariant(
            QByteArray(reinterpret_cast<const char*>(blob->data()), static_cast<qsizetype>(blob->size())));
    }
    return {};
}

Value fromVariant(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.isNull() ? Value() : Value(std::int64_t{value.toLongLong()});
    case QMetaType::Double:
        return value.isNull() ? Value() : Value(value.toDouble());
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return Blob(bytes.begin(), bytes.end());
    }
    default:
        break;
    }
    if (value.isNull()) {
        return {};
    }
    const QByteArray text = value.toString().toUtf8();
    return std::string(text.constData(), static_cast<std::size_t>(text.size()));
}

/// @source https://www.sqlite.org/rescode.html (extended result codes)
Error toError(const QSqlError& failure, std::string_view sql)
{
    const int code = failure.nativeErrorCode().toInt();
    std::string detail = "SQLite " + std::to_string(code) + ": " + failure.databaseText().toStdString() +
                         failure.driverText().toStdString() + " in: " + std::string(sql.substr(0, 200));
    constexpr int kCheck = 275;
    constexpr int kForeignKey = 787;
    constexpr int kPrimaryKey = 1555;
    constexpr int kUnique = 2067;
    constexpr int kRowId = 2579;
    switch (code) {
    case kCheck:
    case kForeignKey:
    case kPrimaryKey:
    case kUnique:
    case kRowId:
        return conflictError(std::move(detail));
    default:
        return storageError(std::move(detail));
    }
}

} // namespace

SqliteConnection::SqliteConnection(QString name) : m_name(std::move(name))
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::filesystem::path& file, Mode mode)
{
    static std::atomic<std::uint64_t> counter{0};
    std::error_code ignored;
    if (mode != Mode::Create && !std::filesystem::exists(file, ignored)) {
        return fail(storageError("there is no database file " + file.string()));
    }
    auto connection = std::make_unique<SqliteConnection>(
        QStringLiteral("parley-%1").arg(counter.fetch_add(1, std::memory_order_relaxed)));
    QString options = QString::fromLatin1(kOpenOptions);
    if (mode == Mode::Read) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    connection->m_database.setConnectOptions(options);
    connection->m_database.setDatabaseName(toQString(file.string()));
    if (!connection->m_database.open()) {
        return fail(toError(connection->m_database.lastError(), file.string()).in("sqlite.open"));
    }
    if (auto configured = connection->configure(mode); !configured) {
        return fail(std::move(configured).error().in("sqlite.open"));
    }
    return connection;
}

Result<void> SqliteConnection::configure(Mode mode)
{
    // The WAL is kept at its size and written over: a commit then changes no metadata of the file and its
    // fdatasync is cheaper. Writers settle it between commits, so that nobody who waits for one pays for
    // that; its automatic checkpoint is left for what fills it at once. Caches are small because many
    // tenants' files are open at the same time.
    static constexpr const char* kForAll[] = {"PRAGMA foreign_keys = ON",
                                              "PRAGMA cache_size = -1024",
                                              "PRAGMA temp_store = MEMORY"};
    static constexpr const char* kForWriters[] = {"PRAGMA journal_mode = WAL",
                                                  "PRAGMA synchronous = FULL",
                                                  "PRAGMA secure_delete = ON",
                                                  "PRAGMA wal_autocheckpoint = 2048"};
    for (const char* pragma : kForAll) {
        if (auto done = run(pragma); !done) {
            return done;
        }
    }
    if (mode == Mode::Read) {
        return {};
    }
    for (const char* pragma : kForWriters) {
        if (auto done = run(pragma); !done) {
            return done;
        }
    }
    return {};
}

Result<SqliteConnection::Statement*> SqliteConnection::prepared(std::string_view sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end()) {
        return &known->second;
    }
    if (m_statements.size() >= kMaxStatements) {
        m_statements.clear();
    }
    PositionalSql positional = toPositional(sql);
    Statement statement{QSqlQuery(m_database), std::move(positional.arguments), -1};
    statement.query.setForwardOnly(true);
    if (!statement.query.prepare(toQString(positional.text))) {
        return fail(toError(statement.query.lastError(), sql));
    }
    return &m_statements.emplace(std::string(sql), std::move(statement)).first->second;
}

Result<SqliteConnection::Statement*> SqliteConnection::start(std::string_view sql, const Params& params)
{
    auto statement = prepared(sql);
    if (!statement) {
        return fail(std::move(statement).error());
    }
    QSqlQuery& query = (*statement)->query;
    int position = 0;
    for (const std::size_t argument : (*statement)->arguments) {
        if (argument >= params.size()) {
            throw std::logic_error("a statement has more parameters than were given: " + std::string(sql));
        }
        query.bindValue(position++, toVariant(params[argument]));
    }
    if (!query.exec()) {
        Error error = toError(query.lastError(), sql);
        query.finish();
        return fail(std::move(error));
    }
    return *statement;
}

Result<void> SqliteConnection::run(std::string_view sql)
{
    auto started = start(sql, {});
    if (!started) {
        return fail(std::move(started).error());
    }
    (*started)->query.finish();
    return {};
}

Result<std::vector<Row>> SqliteConnection::query(std::string_view sql, const Params& params)
{
    auto started = start(sql, params);
    if (!started) {
        return fail(std::move(started).error());
    }
    QSqlQuery& query = (*started)->query;
    std::vector<Row> rows;
    if ((*started)->columns < 0) {
        (*started)->columns = query.record().count();
    }
    const int columns = (*started)->columns;
    while (query.next()) {
        std::vector<Value> values;
        values.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            values.push_back(fromVariant(query.value(column)));
        }
        rows.emplace_back(std::move(values));
    }
    const QSqlError failure = query.lastError();
    // An unfinished statement holds its snapshot, and the WAL could never be checkpointed.
    query.finish();
    if (failure.isValid()) {
        return fail(toError(failure, sql));
    }
    return rows;
}

Result<std::int64_t> SqliteConnection::execute(std::string_view sql, const Params& params)
{
    auto started = start(sql, params);
    if (!started) {
        return fail(std::move(started).error());
    }
    const std::int64_t changed = (*started)->query.numRowsAffected();
    (*started)->query.finish();
    return changed;
}

Result<void> SqliteConnection::settle()
{
    m_unsettled = 0;
    auto done = query("PRAGMA wal_checkpoint(PASSIVE)", {});
    if (!done) {
        return fail(std::move(done).error().in("sqlite.settle"));
    }
    return {};
}

} // namespace parley::server::store
