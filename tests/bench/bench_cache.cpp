// SPDX-License-Identifier: MIT
#include "server/cache/semantic_cache.h"
#include "server/store/cache_repository.h"
#include "server/store/open_database.h"
#include "server/store/tenant_state_repository.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/must.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;
using Timer = std::chrono::steady_clock;

constexpr std::size_t kEntries = 50'000;
constexpr std::size_t kLookups = 5'000;
constexpr std::size_t kBatch = 1'000;
/// A cache that was just opened reads its questions with the first lookups.
constexpr std::size_t kFirst = 100;
/// Questions that are asked again and again.
constexpr std::size_t kAgain = 100;

constexpr std::array<const char*, 10> kVerbs{
    "reset", "clean", "connect", "mount", "charge", "update", "order", "repair", "store", "sell"};
constexpr std::array<const char*, 10> kThings{
    "router", "pump", "lamp", "mower", "sensor", "hub", "camera", "valve", "heater", "filter"};
constexpr std::array<const char*, 10> kPlaces{
    "garden", "kitchen", "garage", "office", "cellar", "attic", "shed", "school", "shop", "stable"};
constexpr std::array<const char*, 10> kColours{
    "red", "green", "blue", "white", "black", "brown", "yellow", "orange", "pink", "purple"};
constexpr std::array<const char*, 10> kTools{
    "hammer", "brush", "cable", "adapter", "key", "ladder", "glove", "tube", "hose", "spring"};

std::string question(std::size_t i, const char* start, const char* article)
{
    std::string text(start);
    text += std::string(kVerbs[i % 10]) + " " + article + " " + kColours[i / 1000 % 10] + " " +
            kThings[i / 10 % 10];
    text +=
        std::string(" in ") + article + " " + kPlaces[i / 100 % 10] + " with a " + kTools[i / 10'000 % 10];
    return text + "?";
}

void show(const char* name, std::vector<double> micros)
{
    std::sort(micros.begin(), micros.end());
    std::printf("%-28s p50 %8.1f us   p99 %8.1f us   worst %8.1f us\n",
                name,
                micros[micros.size() / 2],
                micros[micros.size() * 99 / 100],
                micros.back());
}

/// Goes to the other thread; whoever awaits is resumed where it was.
boost::asio::awaitable<void> hop(boost::asio::any_io_executor there)
{
    co_await boost::asio::post(there, boost::asio::use_awaitable);
}

/// The least that asking another thread costs: it is woken, does nothing, and wakes the one who asked.
std::vector<double> hops(boost::asio::io_context& io, std::size_t count)
{
    boost::asio::thread_pool other(1);
    std::vector<double> micros;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = Timer::now();
        test::runCoroutine(io, hop(other.get_executor()));
        micros.push_back(std::chrono::duration<double, std::micro>(Timer::now() - start).count());
    }
    return micros;
}

/// The same through the store, which begins and ends a transaction.
std::vector<double> emptyReads(boost::asio::io_context& io,
                               store::Database& database,
                               const store::Scope& scope,
                               std::size_t count)
{
    std::vector<double> micros;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = Timer::now();
        auto nothing = [](store::ReadTransaction&) -> Result<int> { return 0; };
        test::must(test::runCoroutine(io, database.read(scope, nothing)));
        micros.push_back(std::chrono::duration<double, std::micro>(Timer::now() - start).count());
    }
    return micros;
}

} // namespace

/// What a lookup costs with a full cache: the same question, the same in other words, and one nobody asked.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    store::StoreOptions options;
    options.folder = folder.path().toStdString();
    auto database = test::must(store::openDatabase(options));
    const TenantId tenant{"11111111-1111-7111-8111-111111111111"};
    test::must(database->prepareTenant(tenant));
    const SystemClock clock;
    UuidV7Source ids(clock);
    cache::SemanticCache cache(*database, clock, ids);

    const auto scope = store::Scope::of(tenant);
    const store::CacheRepository entries;
    for (std::size_t from = 0; from < kEntries; from += kBatch) {
        test::must(database->transactNow(scope, [&](store::Transaction& tx) -> Result<void> {
            for (std::size_t i = from; i < from + kBatch; ++i) {
                store::CacheEntryRow row;
                row.id = ids.next();
                row.question = question(i, "How do I ", "the");
                row.questionKey = cache::questionKey(row.question);
                row.answer = "Like this.";
                row.authorId = row.authorName = "ana";
                row.createdMs = clock.nowMs();
                row.expiresMs = row.createdMs + 86'400'000;
                if (auto put = entries.put(tx, std::move(row), {}); !put) {
                    return put;
                }
            }
            return {};
        }));
    }

    boost::asio::io_context io;
    std::size_t hits = 0;
    std::optional<store::TenantVersions> versions;
    const auto measure = [&](const char* name, std::size_t lookups, auto text) {
        std::vector<double> micros;
        for (std::size_t i = 0; i < lookups; ++i) {
            cache::CacheQuestion asked;
            asked.text = text(i * 7919 % kEntries);
            if (versions) {
                asked.configVersion = versions->config;
                asked.indexVersion = versions->index;
                asked.cacheVersion = versions->cache;
            }
            const auto start = Timer::now();
            const auto found = test::must(
                test::runCoroutine(io,
                                   cache.find(tenant, asked, runtime::Budget::of(std::chrono::seconds(5)))));
            micros.push_back(std::chrono::duration<double, std::micro>(Timer::now() - start).count());
            hits += found.answer ? 1U : 0U;
        }
        show(name, std::move(micros));
    };
    std::printf("%zu entries, %zu lookups each\n", kEntries, kLookups);
    show("ceiling: there and back", hops(io, kLookups));
    show("ceiling: an empty read", emptyReads(io, *database, scope, kLookups));
    measure("not there, just opened", kFirst, [](std::size_t i) {
        return question(i, "When does he ", "the");
    });
    measure("exact", kLookups, [](std::size_t i) { return question(i, "how do i ", "the"); });
    measure("in other words", kLookups, [](std::size_t i) {
        return question(i, "What is the best way to ", "my");
    });
    measure("not there", kLookups, [](std::size_t i) { return question(i, "When does he ", "the"); });
    // As a turn asks: with the versions that its transaction read.
    versions = test::must(database->readNow(scope, [](store::ReadTransaction& tx) {
        return store::TenantStateRepository().versions(tx);
    }));
    const auto few = [](std::size_t i) { return question(i % kAgain, "how do i ", "the"); };
    measure("exact, in a turn, first", kAgain, few);
    measure("exact, in a turn, again", kLookups, few);
    const std::size_t expected = 3 * kLookups + kAgain;
    std::printf("hits %zu of %zu\n", hits, expected);
    database->close();
    return hits == expected ? 0 : 1;
}
