// SPDX-License-Identifier: MIT
#include "server/store/conversation_log.h"
#include "server/store/conversation_search.h"
#include "server/store/customer_repository.h"
#include "server/store/postgres/pq_connection.h"
#include "shared/core/ids.h"
#include "tests/bench/zipf_text.h"
#include "tests/support/databases.h"
#include "tests/support/must.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;
using Timer = std::chrono::steady_clock;

constexpr std::size_t kBatch = 2'000;
constexpr std::size_t kTidyEvery = 25;
constexpr std::size_t kPerConversation = 10;
constexpr std::size_t kWords = 16;
constexpr int kSearches = 1'000;
constexpr int kScans = 10;
constexpr double kMostMillis = 50;

double millisSince(Timer::time_point start)
{
    return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

double at(std::vector<double>& sorted, std::size_t percent)
{
    std::sort(sorted.begin(), sorted.end());
    return sorted[(sorted.size() - 1) * percent / 100];
}

void show(const char* name, std::vector<double>& millis)
{
    std::printf("%-34s p50 %8.2f ms   p99 %8.2f ms   worst %8.2f ms\n",
                name,
                at(millis, 50),
                at(millis, 99),
                at(millis, 100));
}

/// Fills the database through the log, as turns do.
struct Fill {
    store::Database& database;
    store::Scope scope;
    bench::ZipfText text{7};
    std::size_t written = 0;

    Result<void> batch(store::Transaction& tx, std::size_t most)
    {
        const store::ConversationLog log;
        for (std::size_t i = 0; i < kBatch && written < most; ++i, ++written) {
            const std::string conversation = "c" + std::to_string(written / kPerConversation);
            if (written % kPerConversation == 0) {
                store::ConversationRow row;
                row.id.value = conversation;
                row.customer.value = "customer";
                row.channel = "web";
                row.status = written % 70 == 0 ? "closed" : "open";
                if (auto made = store::ConversationRepository().create(tx, row); !made) {
                    return made;
                }
            }
            store::MessageRow message;
            message.id.value = "m" + std::to_string(written);
            message.conversation.value = conversation;
            message.sender = "user";
            message.kind = "text";
            message.text = text.text(kWords);
            message.createdMs = 1'600'000'000'000 + static_cast<std::int64_t>(written) * 20'000;
            auto appended = log.appendMessage(tx, message);
            if (!appended) {
                return fail(std::move(appended).error());
            }
        }
        return {};
    }

    /// @param tidy  called now and then
    double run(std::size_t most, const std::function<void()>& tidy)
    {
        const auto start = Timer::now();
        for (std::size_t batches = 1; written < most; ++batches) {
            test::must(database.transactNow(scope, [&](store::Transaction& tx) { return batch(tx, most); }));
            if (batches % kTidyEvery == 0) {
                tidy();
            }
        }
        tidy();
        return millisSince(start);
    }
};

/// What autovacuum does on a server that is not a test's: statistics, and pages that need not be visited.
void vacuum(const test::FreshDatabase& database)
{
    if (database.options().url.empty()) {
        return;
    }
    auto login = store::PqConnection::connect(database.options().url);
    if (!login || !(*login)->run("VACUUM ANALYZE")) {
        throw std::runtime_error("PostgreSQL could not be vacuumed");
    }
}

} // namespace

/// What searching the words of many messages costs, and what keeping the index costs their writers.
/// Arguments: the database (sqlite, postgresql) and how many messages (1,000,000). PostgreSQL's statistics
/// are those of its own autovacuum, if it has come by.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::string driver = argc > 1 ? argv[1] : "sqlite";
    const std::size_t messages =
        argc > 2 ? static_cast<std::size_t>(std::strtoul(argv[2], nullptr, 10)) : 1'000'000;
    if (const std::string why = test::unavailableDatabase(driver); !why.empty()) {
        std::printf("%s\n", why.c_str());
        return 77;
    }
    test::FreshDatabase database(driver);
    const auto scope = store::Scope::of(database.first);
    test::must(database->transactNow(scope, [](store::Transaction& tx) {
        store::CustomerRow customer;
        customer.id.value = "customer";
        return store::CustomerRepository().create(tx, customer);
    }));
    Fill fill{*database, scope};
    const double took = fill.run(messages, [&] { vacuum(database); });
    std::printf("%s: %zu messages of %zu words written in %.0f s: %.1f us each\n",
                driver.c_str(),
                messages,
                kWords,
                took / 1000,
                took * 1000 / static_cast<double>(messages));
    std::fflush(stdout);

    const store::ConversationSearch search(database->driver());
    bench::ZipfText asked(99);
    const auto measure = [&](const char* name, std::size_t words, const store::ConversationFilter& filter) {
        std::vector<double> millis;
        std::size_t found = 0;
        for (int i = 0; i < kSearches; ++i) {
            const std::string text = asked.text(words);
            const auto start = Timer::now();
            found += test::must(database->readNow(scope, [&](store::ReadTransaction& tx) {
                         return search.find(tx, text, filter, 0);
                     })).items.size();
            millis.push_back(millisSince(start));
        }
        show(name, millis);
        std::printf("%-34s %.1f conversations a search\n", "", static_cast<double>(found) / kSearches);
        return at(millis, 99);
    };
    double worst = 0;
    store::ConversationFilter filter;
    for (const std::size_t words : {1U, 2U, 3U, 4U}) {
        const std::string name = std::to_string(words) + (words == 1 ? " word" : " words");
        worst = std::max(worst, measure(name.c_str(), words, filter));
    }
    filter.status = "closed";
    worst = std::max(worst, measure("2 words, one conversation in 7", 2, filter));

    std::vector<double> scans;
    for (int i = 0; i < kScans; ++i) {
        const auto start = Timer::now();
        test::must(database->readNow(scope, [&](store::ReadTransaction& tx) {
            return tx.query("SELECT conversation_id FROM messages WHERE text LIKE $1 ORDER BY number DESC "
                            "LIMIT 50",
                            {"%" + asked.text(2) + "%"});
        }));
        scans.push_back(millisSince(start));
    }
    show("a scan with LIKE", scans);
    std::printf("p99 of the searches %.2f ms (limit %.0f ms), %.0f times as fast as a scan\n",
                worst,
                kMostMillis,
                at(scans, 50) / worst);
    return worst <= kMostMillis ? 0 : 1;
}
