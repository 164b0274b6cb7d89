// SPDX-License-Identifier: MIT
#include "shared/core/ids.h"

#include "tests/support/test_main.h"

#include <set>

using namespace parley;

class IdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsOfOneProcessSortByTheOrderTheyWereMade()
    {
        const SystemClock clock;
        UuidV7Source source(clock);
        std::set<std::string> seen;
        std::string last;

        for (int i = 0; i < 20000; ++i) {
            const std::string id = source.next();
            QVERIFY(isUuid(id));
            QCOMPARE(id[14], '7');
            QVERIFY(last < id);
            last = id;
            seen.insert(id);
        }

        QCOMPARE(seen.size(), std::size_t{20000});
    }

    void onlyTheCanonicalFormIsAUuid()
    {
        QVERIFY(isUuid("0192f5a0-0000-7000-8000-00000000000a"));
        QVERIFY(!isUuid("0192f5a0000070008000000000000000000a"));
        QVERIFY(!isUuid("0192f5a0-0000-7000-8000-00000000000g"));
        QVERIFY(!isUuid(""));
    }
};

PARLEY_TEST("ids", IdsTest)
#include "ids_test.moc"
