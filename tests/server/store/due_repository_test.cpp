// SPDX-License-Identifier: MIT
#include "server/store/due_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

class DueRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEarlierHintStays_data() { test::addDatabaseRows(); }
    void theEarlierHintStays()
    {
        PARLEY_DATABASE(database);
        const DueRepository dues;
        const auto hint = [&](const TenantId& tenant, const char* kind, std::int64_t dueMs) {
            test::must(database->transactNow(Scope::platform(), [&](Transaction& tx) {
                return dues.hint(tx, tenant, kind, dueMs);
            }));
        };
        const auto due = [&](std::int64_t nowMs) {
            return test::must(
                       database->readNow(Scope::platform(),
                                         [&](ReadTransaction& tx) { return dues.due(tx, "jobs", nowMs); }))
                .size();
        };
        hint(database.first, "jobs", 50);
        hint(database.first, "jobs", 70);
        hint(database.second, "jobs", 60);
        hint(database.second, "jobs", 55);
        hint(database.second, "mail", 1);

        QCOMPARE(due(49), std::size_t{0});
        QCOMPARE(due(50), std::size_t{1});
        QCOMPARE(due(55), std::size_t{2});
        test::must(database->transactNow(Scope::platform(), [&](Transaction& tx) {
            return dues.clear(tx, database.first, "jobs");
        }));
        QCOMPARE(due(100), std::size_t{1});
    }
};

PARLEY_TEST("due_repository", DueRepositoryTest)
#include "due_repository_test.moc"
