// SPDX-License-Identifier: MIT
#include "server/store/audit_repository.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const AuditRepository kAudit;

AuditRow auditEvent(const std::string& id, std::int64_t atMs, const std::string& object)
{
    AuditRow row;
    row.id = id;
    row.atMs = atMs;
    row.actorRole = "admin";
    row.actorId = "u1";
    row.action = "user.create";
    row.objectKind = "user";
    row.objectId = object;
    row.after = R"({"name":"Ana"})";
    row.address = "127.0.0.1";
    return row;
}

void append(Database& database, const TenantId& tenant, const AuditRow& row)
{
    const auto job = [&](Transaction& tx) { return kAudit.append(tx, row); };
    QVERIFY(database.transactNow(Scope::of(tenant), job).has_value());
}

std::string ids(Database& database, const TenantId& tenant, const AuditFilter& filter)
{
    const auto job = [&](ReadTransaction& tx) { return kAudit.list(tx, filter); };
    std::string text;
    const auto rows = database.readNow(Scope::of(tenant), job);
    for (const AuditRow& row : *rows) {
        text += row.id + " ";
    }
    return text;
}

} // namespace

class AuditRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsNewestFirstAndNarrows_data() { test::addDatabaseRows(); }
    void listsNewestFirstAndNarrows()
    {
        PARLEY_DATABASE(database);
        append(*database, database.first, auditEvent("1", 10, "a"));
        append(*database, database.first, auditEvent("2", 20, "b"));
        append(*database, database.first, auditEvent("3", 30, "a"));
        append(*database, database.second, auditEvent("4", 40, "a"));
        AuditFilter all;
        AuditFilter object;
        object.objectKind = "user";
        object.objectId = "a";
        AuditFilter times;
        times.fromMs = 20;
        times.toMs = 30;
        AuditFilter page;
        page.before = "3";
        page.limit = 1;
        AuditFilter nobody;
        nobody.actorId = "u2";

        QCOMPARE(ids(*database, database.first, all), std::string("3 2 1 "));
        QCOMPARE(ids(*database, database.first, object), std::string("3 1 "));
        QCOMPARE(ids(*database, database.first, times), std::string("2 "));
        QCOMPARE(ids(*database, database.first, page), std::string("2 "));
        QCOMPARE(ids(*database, database.first, nobody), std::string());
        QCOMPARE(ids(*database, database.second, all), std::string("4 "));
    }

    void everyColumnComesBack_data() { test::addDatabaseRows(); }
    void everyColumnComesBack()
    {
        PARLEY_DATABASE(database);
        append(*database, database.first, auditEvent("1", 10, "a"));
        const auto job = [](ReadTransaction& tx) { return kAudit.list(tx, AuditFilter()); };

        const auto rows = database->readNow(Scope::of(database.first), job);

        QCOMPARE(rows->size(), std::size_t{1});
        QCOMPARE(rows->front().after, std::string(R"({"name":"Ana"})"));
        QVERIFY(rows->front().before.empty());
        QCOMPARE(rows->front().address, std::string("127.0.0.1"));
        QCOMPARE(rows->front().action, std::string("user.create"));
    }
};

PARLEY_TEST("audit_repository", AuditRepositoryTest)
#include "audit_repository_test.moc"
