// SPDX-License-Identifier: MIT
#include "server/store/cache_repository.h"
#include "server/store/erasure_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <functional>

using namespace parley;
using namespace parley::server::store;

namespace {

const CacheRepository kCache;
constexpr int kEntries = 4;

std::string entryId(int i)
{
    return "e" + std::to_string(i);
}

CacheEntryRow entry(int i, const std::string& conversation = {})
{
    CacheEntryRow row;
    row.id = entryId(i);
    row.question = row.answer = "text";
    row.questionKey = "k" + std::to_string(i);
    row.conversation.value = conversation;
    row.expiresMs = 1'000;
    return row;
}

Result<void> putAll(Transaction& tx)
{
    for (int i = 0; i < kEntries; ++i) {
        if (auto put = kCache.put(tx, entry(i, "c1"), {{DocumentId{"d1"}, 1}}); !put) {
            return put;
        }
    }
    return {};
}

} // namespace

class CacheRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoeverChangesEntriesWaitsBeforeHoldingAny_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<int>("change");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (int change = 0; change < 6; ++change) {
                QTest::addRow("%s %d", driver, change) << std::string(driver) << change;
            }
        }
    }
    void whoeverChangesEntriesWaitsBeforeHoldingAny()
    {
        PARLEY_DATABASE(database);
        QFETCH(int, change);
        test::addConversation(database, "c1");
        test::must(test::writeTo(database, putAll));
        const std::array<std::function<Result<void>(Transaction&, int)>, 6> changes{
            [](Transaction& tx, int) -> Result<void> {
                auto gone = kCache.clear(tx);
                return gone ? Result<void>() : Result<void>(fail(std::move(gone).error()));
            },
            [](Transaction& tx, int) -> Result<void> {
                for (int i = kEntries; i-- > 0;) {
                    if (auto gone = kCache.remove(tx, entryId(i)); !gone) {
                        return fail(std::move(gone).error());
                    }
                }
                return {};
            },
            [](Transaction& tx, int) { return kCache.evictDocument(tx, DocumentId{"d1"}); },
            [](Transaction& tx, int) { return kCache.prune(tx, 2'000, 0); },
            [](Transaction& tx, int round) -> Result<void> {
                const MessageId reply{"m" + std::to_string(round)};
                return kCache.served(tx, entryId(kEntries - 1), reply, ConversationId{"c1"}, 1);
            },
            [](Transaction& tx, int) -> Result<void> {
                auto gone = kCache.forgetAnswer(tx, ConversationId{"c1"}, "text");
                return gone ? Result<void>() : Result<void>(fail(std::move(gone).error()));
            }};
        constexpr int kRounds = 40;
        std::atomic<int> attempts{0};
        std::atomic<int> done{0};

        test::together(4, [&](int thread) {
            for (int round = 0; round < kRounds; ++round) {
                const auto written = test::writeTo(database, [&](Transaction& tx) -> Result<void> {
                    ++attempts; // again where the database had to undo it, because two waited for each other
                    return thread % 2 == 0
                               ? putAll(tx)
                               : changes.at(static_cast<std::size_t>(change))(tx, thread * kRounds + round);
                });
                done += written ? 1 : 0;
            }
        });

        QCOMPARE(done.load(), 4 * kRounds);
        QCOMPARE(attempts.load(), 4 * kRounds);
    }

    void anErasureTakesAnswersAwayForAll_data() { test::addDatabaseRows(); }
    void anErasureTakesAnswersAwayForAll()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::addConversation(database, "c2");
        test::must(test::writeTo(database, putAll));
        const auto version = [&] {
            return test::must(test::readFrom(database, [](ReadTransaction& tx) { return kCache.totals(tx); }))
                .version;
        };
        const auto erase = [&](const char* customer) {
            return test::must(test::writeTo(database, [&](Transaction& tx) {
                return ErasureRepository().eraseCustomer(tx, CustomerId{customer});
            }));
        };
        const std::int64_t before = version();

        QVERIFY(erase("c2-customer").has_value());
        QCOMPARE(version(), before); // none was his
        const auto erased = erase("c1-customer");
        QCOMPARE(erased.value().removed.at("cache_entries"), std::int64_t{kEntries});
        QVERIFY(!erased->removed.contains("cache_state"));
        QCOMPARE(version(), before + 1);
    }
};

PARLEY_TEST("cache_repository", CacheRepositoryTest)
#include "cache_repository_test.moc"
