// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"

#include "server/store/postgres/pq_connection.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <stdexcept>

namespace parley::test {

using namespace parley::server::store;

namespace {

void require(bool done, const Error& error)
{
    if (!done) {
        throw std::runtime_error(error.message + " " + error.detail);
    }
}

void runOnServer(const std::string& sql)
{
    auto connection = PqConnection::connect(PostgresServer::instance().url("postgres"));
    require(connection.has_value(), connection ? Error() : connection.error().error);
    auto done = (*connection)->run(sql);
    require(done.has_value(), done ? Error() : done.error().error);
}

/// A database with the program's own migrations, made once a process; the others are copies.
const std::string& migratedDatabase()
{
    static const std::string name = [] {
        const std::string fresh = PostgresServer::instance().freshName();
        runOnServer("CREATE DATABASE " + fresh + " TEMPLATE template0");
        StoreOptions options;
        options.url = PostgresServer::instance().url(fresh);
        auto opened = openDatabase(options);
        require(opened.has_value(), opened ? Error() : opened.error());
        return fresh;
    }();
    return name;
}

} // namespace

void addDatabaseRows()
{
    QTest::addColumn<std::string>("driver");
    QTest::newRow("sqlite") << std::string("sqlite");
    QTest::newRow("postgresql") << std::string("postgresql");
}

std::string unavailableDatabase(const std::string& driver)
{
    return driver == "postgresql" ? PostgresServer::instance().unavailable() : std::string();
}

std::string makePostgresDatabase(const std::string& from)
{
    const std::string name = PostgresServer::instance().freshName();
    runOnServer("CREATE DATABASE " + name + " TEMPLATE " + from);
    return PostgresServer::instance().url(name);
}

FreshDatabase::FreshDatabase(const std::string& driver, StoreOptions options) : m_options(std::move(options))
{
    m_options.folder = m_folder.path().toStdString();
    if (driver == "postgresql") {
        m_options.url = makePostgresDatabase(migratedDatabase());
    }
    reopen();
}

FreshDatabase::~FreshDatabase() = default;

void FreshDatabase::reopen()
{
    m_database.reset();
    auto opened = openDatabase(m_options);
    require(opened.has_value(), opened ? Error() : opened.error());
    m_database = std::move(*opened);
    for (const TenantId& tenant : {first, second}) {
        const auto prepared = m_database->prepareTenant(tenant);
        require(prepared.has_value(), prepared ? Error() : prepared.error());
    }
}

} // namespace parley::test
