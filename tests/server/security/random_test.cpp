// SPDX-License-Identifier: MIT
#include "server/security/random.h"
#include "tests/support/test_main.h"

#include <set>

using namespace parley::server::security;

class RandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesAreTheOnesAskedFor()
    {
        QCOMPARE(randomBytes(0).size(), std::size_t{0});
        QCOMPARE(randomBytes(33).size(), std::size_t{33});
        QCOMPARE(randomHex(16).size(), std::size_t{32});
        QCOMPARE(randomToken().size(), std::size_t{43});
        QCOMPARE(randomReference(4).size(), std::size_t{4});
    }

    void nothingComesTwice()
    {
        std::set<std::string> seen;

        for (int i = 0; i < 1000; ++i) {
            seen.insert(randomToken());
        }

        QCOMPARE(seen.size(), std::size_t{1000});
    }

    void referencesUseEveryUnambiguousCharacterAndNoOther()
    {
        const std::string reference = randomReference(4096);

        const std::set<char> used(reference.begin(), reference.end());
        QCOMPARE(used.size(), std::size_t{32});
        for (const char c : {'I', 'L', 'O', 'U'}) {
            QVERIFY(!used.contains(c));
        }
    }
};

PARLEY_TEST("random", RandomTest)
#include "random_test.moc"
