// SPDX-License-Identifier: MIT
#include "server/desk/analytics.h"
#include "server/store/database.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/databases.h"
#include "tests/support/must.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;
using Timer = std::chrono::steady_clock;

constexpr int kRounds = 20;
constexpr double kMostMillis = 1'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kBeginMs = 20'000 * kDayMs;

void replace(std::string& text, const std::string& what, const std::string& by)
{
    if (const auto at = text.find(what); at != std::string::npos) {
        text.replace(at, what.size(), by);
    }
}

void fill(test::FreshDatabase& database, std::int64_t conversations, std::int64_t days)
{
    const std::string numbers =
        "WITH RECURSIVE n (i) AS (SELECT CAST({from} AS BIGINT) UNION ALL SELECT i + 1 "
        "FROM n WHERE i < {to}) ";
    const std::string at =
        "(" + std::to_string(kBeginMs) + " + i * " + std::to_string(days * kDayMs / conversations) + ")";
    // Three turns and six messages each; every fourth went to a person, every tenth was rated.
    const std::string three = "FROM n CROSS JOIN (SELECT 0 AS t UNION ALL SELECT 1 UNION ALL SELECT 2) x";
    const std::string six =
        "FROM n CROSS JOIN (SELECT 1 AS t UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL "
        "SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) x";
    const std::vector<std::string> all{
        "INSERT INTO customers (id, verified, created_ms, last_ms) VALUES ('c', 0, 0, 0)",
        numbers +
            "INSERT INTO conversations (id, customer_id, channel, status, last_message, sentiment, "
            "event_seq, customer_seq, version, created_ms, last_ms) SELECT 'v' || i, 'c', CASE WHEN i % "
            "3 = 0 THEN 'email' ELSE 'web' END, 'open', 'A message of some length, as people write "
            "them', (i % 21 - 10) / 10.0, 9, 9, 1, " +
            at + ", 0 FROM n",
        numbers +
            "INSERT INTO turn_facts (run_id, conversation_id, channel, created_ms, latency_ms, outcome, "
            "agent, confidence, is_first, cache_hit, wrong_hit, saved_tokens, saved_ms) SELECT 'r' || i "
            "|| '-' || t, 'v' || i, CASE WHEN i % 3 = 0 THEN 'email' ELSE 'web' END, " +
            at +
            " + t * 60000, i * 7 % 9000, CASE WHEN i % 4 = 0 AND t = 2 THEN 'bridge' ELSE 'answer' END, "
            "'agent' || i % 7, 0.8, CASE WHEN t = 0 THEN 1 ELSE 0 END, i % 2, 0, 100, 900 " +
            three,
        numbers +
            "INSERT INTO messages (id, conversation_id, seq, sender, kind, text, created_ms, number) "
            "SELECT 'm' || i || '-' || t, 'v' || i, t, 'user', 'text', 'words', " +
            at + ", " + at + " * 65536 + t " + six,
        numbers +
            "INSERT INTO tickets (id, reference, conversation_id, customer_id, status, category, "
            "priority, subject, reason, question, context, sla_breached, created_ms, updated_ms, "
            "responded_ms, assigned_ms, resolved_ms) SELECT 't' || i, 'T' || i, 'v' || i, 'c', "
            "'resolved', 'general', 'low', 's', 'no_answer', 'q', '" +
            std::string(2'000, 'x') + "', 0, " + at + ", 0, " + at + " + i * 1000 % 900000, " + at + ", " +
            at + " + 600000 FROM n WHERE i % 4 = 0",
        numbers +
            "INSERT INTO feedback (id, conversation_id, message_id, customer_id, rating, created_ms) "
            "SELECT 'f' || i, 'v' || i, 'm' || i || '-1', 'c', i % 5 + 1, " +
            at + " FROM n WHERE i % 10 = 0"};
    // In parts that stay below the limit of a statement.
    constexpr std::int64_t kPart = 10'000;
    for (const std::string& sql : all) {
        for (std::int64_t from = 0; from < conversations; from += kPart) {
            if (from > 0 && sql.find("{from}") == std::string::npos) {
                break;
            }
            std::string part = sql;
            replace(part, "{from}", std::to_string(from));
            replace(part, "{to}", std::to_string(std::min(from + kPart, conversations) - 1));
            test::must(database->transactNow(server::store::Scope::of(database.first),
                                             [&](store::Transaction& tx) { return tx.execute(part); }));
        }
    }
}

} // namespace

/// What GET /analytics/overview costs. Arguments: the database (sqlite, postgresql), how many conversations
/// (100,000) and into how many days (30) they fell that are asked for.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::string driver = argc > 1 ? argv[1] : "sqlite";
    const std::int64_t conversations = argc > 2 ? std::strtoll(argv[2], nullptr, 10) : 100'000;
    const std::int64_t days = argc > 3 ? std::strtoll(argv[3], nullptr, 10) : 30;
    if (const std::string why = test::unavailableDatabase(driver); !why.empty()) {
        std::printf("%s\n", why.c_str());
        return 77;
    }
    test::FreshDatabase database(driver);
    fill(database, conversations, days);
    const SystemClock clock;
    desk::Analytics analytics(*database, clock);
    const auto measure = [&](const char* name, auto ask) {
        std::vector<double> millis;
        for (int i = 0; i < kRounds; ++i) {
            boost::asio::io_context io;
            const auto begun = Timer::now();
            test::must(test::runCoroutine(io, ask()));
            millis.push_back(std::chrono::duration<double, std::milli>(Timer::now() - begun).count());
        }
        std::sort(millis.begin(), millis.end());
        std::printf("%-24s p50 %8.1f ms   worst %8.1f ms\n", name, millis[kRounds / 2], millis.back());
        return millis[kRounds / 2];
    };
    const desk::AnalyticsQuery whole{kBeginMs, kBeginMs + days * kDayMs, "day"};
    const desk::AnalyticsQuery week{kBeginMs, kBeginMs + 7 * kDayMs, "hour"};
    std::printf("%s, %lld conversations in %lld days\n",
                driver.c_str(),
                static_cast<long long>(conversations),
                static_cast<long long>(days));
    std::fflush(stdout);
    const double worst =
        measure("all days by day", [&] { return analytics.overview(database.first, whole); });
    measure("7 days by hour", [&] { return analytics.overview(database.first, week); });
    measure("channels of all days", [&] { return analytics.channels(database.first, whole); });
    return worst <= kMostMillis ? 0 : 1;
}
