// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <map>

using namespace parley;
using namespace parley::server::store;

namespace {

/// "table.column" -> "type, nullable or not"
using Columns = std::map<std::string, std::string>;

Columns read(Database& database, const Scope& scope, std::string_view sql)
{
    auto job = [sql](ReadTransaction& tx) { return tx.query(sql); };
    const auto rows = database.readNow(scope, job);
    Columns columns;
    if (rows) {
        for (const Row& row : *rows) {
            columns[row.text(0) + "." + row.text(1)] = row.text(2) + (row.boolean(3) ? ", not null" : "");
        }
    }
    return columns;
}

// The index of words is the driver's own: FTS5 here, a table there.
constexpr std::string_view kSqlite =
    "SELECT m.name, c.name, CASE upper(c.type) WHEN 'BLOB' THEN 'BYTES' "
    "ELSE upper(c.type) END, c.\"notnull\" "
    "FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = "
    "'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'message_words%'";

constexpr std::string_view kPostgres =
    "SELECT c.relname::text, a.attname::text, "
    "CASE format_type(a.atttypid, NULL) WHEN 'bytea' THEN 'BYTES' ELSE upper(format_type(a.atttypid, NULL)) "
    "END, "
    "a.attnotnull FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 "
    "AND NOT a.attisdropped AND a.attname <> 'tenant_id' AND c.relname <> 'message_words'";

} // namespace

class SchemaParityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothDatabasesHaveTheSameColumns()
    {
        if (const auto why = test::unavailableDatabase("postgresql"); !why.empty()) {
            QSKIP(why.c_str());
        }
        test::FreshDatabase sqlite("sqlite");
        test::FreshDatabase postgres("postgresql");

        Columns expected = read(*sqlite, Scope::platform(), kSqlite);
        expected.merge(read(*sqlite, Scope::of(sqlite.first), kSqlite));
        const Columns found = read(*postgres, Scope::platform(), kPostgres);

        QVERIFY(expected.size() > 50);
        for (const auto& [column, kind] : expected) {
            QVERIFY2(found.contains(column), ("only SQLite has " + column).c_str());
            QVERIFY2(found.at(column) == kind, (column + ": " + kind + " / " + found.at(column)).c_str());
        }
        for (const auto& [column, kind] : found) {
            QVERIFY2(expected.contains(column), ("only PostgreSQL has " + column).c_str());
        }
    }
};

PARLEY_TEST("schema_parity", SchemaParityTest)
#include "schema_parity_test.moc"
