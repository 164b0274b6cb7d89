// SPDX-License-Identifier: MIT
#include "app/session/offline_cache.h"

#include "app/session/sealed_box.h"

#include <QMessageAuthenticationCode>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QUuid>
#include <QVariant>

namespace parley::console {

namespace {

/// As many conversations and lists as a person reads in some days.
constexpr int kMostEntries = 2'000;

bool run(QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    return query.exec(sql);
}

bool makeTables(QSqlDatabase& database)
{
    return run(database, QStringLiteral("PRAGMA journal_mode=WAL")) &&
           run(database, QStringLiteral("PRAGMA synchronous=OFF")) &&
           run(database, QStringLiteral("PRAGMA secure_delete=ON")) &&
           run(database,
               QStringLiteral("CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, read_ms INTEGER NOT "
                              "NULL, is_pinned INTEGER NOT NULL, sealed BLOB NOT NULL)"));
}

} // namespace

OfflineCache::~OfflineCache()
{
    close();
}

QByteArray OfflineCache::newKey()
{
    return sealed_box::randomBytes(kKeyBytes);
}

QString OfflineCache::nameIn(const QString& tenant, const QString& name)
{
    return tenant.isEmpty() ? name : tenant + QLatin1Char('/') + name;
}

bool OfflineCache::open(const QString& path, const QByteArray& key)
{
    const QHash<QString, Kept> before = std::exchange(m_memory, {});
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    const bool isExpecting = m_isExpecting;
    close();
    m_waiting = waiting;
    m_isExpecting = isExpecting;
    m_isClosed = false;
    if (key.size() != kKeyBytes) {
        m_memory = before;
        return false;
    }
    const QString connection =
        QStringLiteral("offline-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool isOpen = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(path);
        isOpen = database.open() && makeTables(database);
    }
    if (!isOpen) {
        QSqlDatabase::removeDatabase(connection);
        m_memory = before;
        return false;
    }
    m_connection = connection;
    m_key = key;
    // What was read or written while the keychain was asked.
    for (auto kept = before.cbegin(); kept != before.cend(); ++kept) {
        put(kept.key(), kept->bytes, kept->readAt, kept->isPinned);
    }
    settle();
    return true;
}

void OfflineCache::expect()
{
    m_isExpecting = true;
}

void OfflineCache::settle()
{
    m_isExpecting = false;
    for (const Waiting& each : std::exchange(m_waiting, {})) {
        if (each.context) {
            each.then();
        }
    }
}

void OfflineCache::whenSettled(QObject* context, std::function<void()> then)
{
    if (isSettled()) {
        then();
        return;
    }
    m_waiting.append({context, std::move(then)});
}

void OfflineCache::close()
{
    m_isClosed = true;
    m_isFailing = false;
    m_isExpecting = false;
    m_waiting.clear();
    m_memory.clear();
    m_key.fill('\0');
    m_key.clear();
    if (!m_connection.isEmpty()) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
        m_connection.clear();
    }
}

void OfflineCache::turnOver()
{
    close();
    ++m_reader;
}

/// Names hold ids of conversations and customers, so they are not written as they are either.
QByteArray OfflineCache::hashed(const QString& name) const
{
    return QMessageAuthenticationCode::hash(name.toUtf8(), m_key, QCryptographicHash::Sha256);
}

void OfflineCache::put(const QString& name, const QByteArray& bytes, const QDateTime& readAt, bool isPinned)
{
    if (m_isClosed) {
        return; // a page of somebody who has signed out
    }
    const Kept kept{bytes, readAt, isPinned};
    if (m_connection.isEmpty()) {
        m_memory.insert(name, kept);
        dropOldest();
        return;
    }
    if (!write(name, kept)) {
        m_memory.insert(name, kept);
        dropOldest();
        setFailing(true);
        return;
    }
    m_memory.remove(name);
    // There is room again: what waited for it is written too.
    for (const QString& waiting : m_memory.keys()) {
        if (!write(waiting, m_memory.value(waiting))) {
            return;
        }
        m_memory.remove(waiting);
    }
    setFailing(false);
    dropOldest();
}

bool OfflineCache::write(const QString& name, const Kept& kept)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral(
        "INSERT INTO kept (name, read_ms, is_pinned, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
        "DO UPDATE SET read_ms = excluded.read_ms, is_pinned = excluded.is_pinned, sealed = "
        "excluded.sealed"));
    const QByteArray known = hashed(name);
    query.addBindValue(known);
    query.addBindValue(kept.readAt.toMSecsSinceEpoch());
    query.addBindValue(kept.isPinned ? 1 : 0);
    query.addBindValue(sealed_box::seal(qCompress(kept.bytes), m_key, known));
    return query.exec();
}

void OfflineCache::setFailing(bool isFailing)
{
    if (isFailing != m_isFailing) {
        m_isFailing = isFailing;
        if (m_onFault) {
            m_onFault(isFailing);
        }
    }
}

void OfflineCache::dropOldest()
{
    if (m_memory.size() > kMostEntries) {
        m_memory.removeIf([](const auto& kept) { return !kept.value().isPinned; });
    }
    if (m_connection.isEmpty()) {
        return;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral(
        "DELETE FROM kept WHERE is_pinned = 0 AND name IN "
        "(SELECT name FROM kept WHERE is_pinned = 0 ORDER BY read_ms DESC LIMIT -1 OFFSET ?)"));
    query.addBindValue(kMostEntries);
    query.exec();
}

std::optional<OfflineCache::Kept> OfflineCache::find(const QString& name) const
{
    if (const auto kept = m_memory.find(name); kept != m_memory.end()) {
        return *kept;
    }
    if (m_connection.isEmpty()) {
        return std::nullopt;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("SELECT read_ms, sealed FROM kept WHERE name = ?"));
    const QByteArray known = hashed(name);
    query.addBindValue(known);
    if (!query.exec() || !query.next()) {
        return std::nullopt;
    }
    const std::optional<QByteArray> opened = sealed_box::open(query.value(1).toByteArray(), m_key, known);
    if (!opened) {
        return std::nullopt;
    }
    return Kept{qUncompress(*opened),
                QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), QTimeZone::utc())};
}

void OfflineCache::clear()
{
    m_memory.clear();
    if (!m_connection.isEmpty()) {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        run(database, QStringLiteral("DELETE FROM kept"));
        run(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}

} // namespace parley::console
