// SPDX-License-Identifier: MIT
#include "server/identity/revocation_list.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley;
using namespace parley::server;

class ErasedElsewhereTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherNodesErasureIsHeardOfAtOnceAndWhenItIsThrough()
    {
        test::FreshDatabase database("sqlite");
        test::FakeClock clock;
        identity::RevocationList list(*database, clock);
        test::must(list.refreshNow());
        std::vector<std::string> heard;
        list.watchErasures([&](const TenantId& tenant) { heard.push_back(tenant.value); });
        const store::ErasureMark mark{database.first, std::string(64, 'a'), clock.nowMs()};
        test::must(database->transactNow(store::Scope::platform(), [&](store::Transaction& tx) {
            return store::ErasureLedgerRepository().add(tx, mark);
        }));

        test::must(list.refreshNow());
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(heard.at(0), database.first.value);
        clock.advanceMs(1'000);
        test::must(list.refreshNow());
        QCOMPARE(heard.size(), std::size_t{1});
        clock.advanceMs(30'000);
        test::must(list.refreshNow());
        QCOMPARE(heard.size(), std::size_t{2});
        clock.advanceMs(60'000);
        test::must(list.refreshNow());
        QCOMPARE(heard.size(), std::size_t{2});
    }
};

PARLEY_TEST("erased_elsewhere", ErasedElsewhereTest)
#include "erased_elsewhere_test.moc"
