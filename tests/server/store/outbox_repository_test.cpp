// SPDX-License-Identifier: MIT
#include "server/store/outbox_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

class OutboxRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEffectIsQueuedOnceAndAsItWasFirst_data() { test::addDatabaseRows(); }
    void anEffectIsQueuedOnceAndAsItWasFirst()
    {
        PARLEY_DATABASE(database);
        const OutboxRepository outbox;
        const auto add = [&](const std::string& id, const std::string& key, const std::string& target) {
            const OutboxRow row{id, "email", target, "{}", {}, key, 1, 1};
            test::must(test::writeTo(database, [&](Transaction& tx) { return outbox.add(tx, row); }));
        };
        add("1", "t1:notify", "first@a.example");
        add("2", "t1:notify", "second@a.example");
        add("3", "t2:notify", "third@a.example");

        const auto waiting =
            test::readFrom(database, [&](ReadTransaction& tx) { return outbox.waiting(tx); });

        QCOMPARE(test::must(waiting), std::int64_t{2});
        QCOMPARE(test::column(database, "SELECT target FROM outbox ORDER BY id"),
                 std::string("first@a.example third@a.example "));
    }
};

PARLEY_TEST("outbox_repository", OutboxRepositoryTest)
#include "outbox_repository_test.moc"
