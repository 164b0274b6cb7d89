// SPDX-License-Identifier: MIT
#include "server/desk/views.h"
#include "server/store/customer_repository.h"
#include "server/store/open_database.h"
#include "server/store/ticket_queue.h"
#include "tests/support/must.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;
using Timer = std::chrono::steady_clock;

constexpr int kCases = 10'000;
constexpr int kBatch = 500;
constexpr int kRounds = 300;
constexpr std::array<const char*, 4> kPriorities{"urgent", "high", "medium", "low"};

/// A case with as much text as a real one: a question, a draft and the passages that were found.
void addCase(store::Transaction& tx, IdSource& ids, int i)
{
    store::CustomerRow customer;
    customer.id = ids.make<CustomerId>();
    test::must(store::CustomerRepository().create(tx, customer));
    store::ConversationRow conversation;
    conversation.id = ids.make<ConversationId>();
    conversation.customer = customer.id;
    conversation.channel = "web";
    conversation.status = "waiting_for_agent";
    test::must(store::ConversationRepository().create(tx, conversation));
    store::TicketRow ticket;
    ticket.id = ids.make<TicketId>();
    ticket.reference = "TF-" + std::to_string(i);
    ticket.conversation = conversation.id;
    ticket.customer = customer.id;
    ticket.status = i % 10 == 0 ? "assigned" : "pending_human";
    ticket.category = "general";
    ticket.priority = kPriorities.at(static_cast<std::size_t>(i) % kPriorities.size());
    ticket.subject = ticket.question = std::string(200, 'q');
    ticket.reason = "low_confidence";
    ticket.draftAnswer = std::string(600, 'd');
    ticket.context = nlohmann::json::array({{{"text", std::string(2'000, 'c')}}}).dump();
    // In another order than they came.
    ticket.slaDueMs = 60'000LL * ((i * 7'919) % kCases);
    ticket.createdMs = i;
    test::must(store::TicketRepository().create(tx, ticket));
}

template <class Job>
void measure(const char* name, store::Database& database, const store::Scope& scope, Job job)
{
    std::vector<double> millis;
    for (int i = 0; i < kRounds; ++i) {
        const auto begun = Timer::now();
        test::must(database.readNow(scope, job));
        millis.push_back(std::chrono::duration<double, std::milli>(Timer::now() - begun).count());
    }
    std::sort(millis.begin(), millis.end());
    std::printf("%-34s p50 %7.3f ms   p99 %7.3f ms   worst %7.3f ms\n",
                name,
                millis[millis.size() / 2],
                millis[millis.size() * 99 / 100],
                millis.back());
}

/// As GET /escalations answers it.
Result<std::size_t> listed(store::ReadTransaction& tx, int offset, int limit)
{
    auto rows = store::TicketRepository().queue(tx, offset, limit);
    auto items = nlohmann::json::array();
    for (const store::QueuedTicket& queued : test::must(rows)) {
        items.push_back(desk::ticketView(queued.ticket));
    }
    return items.dump().size();
}

} // namespace

/// What the queue of 10,000 cases costs: its first page, its last one, and a customer's place in it.
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
    const auto scope = store::Scope::of(tenant);
    for (int from = 0; from < kCases; from += kBatch) {
        test::must(database->transactNow(scope, [&](store::Transaction& tx) -> Result<void> {
            for (int i = from; i < from + kBatch; ++i) {
                addCase(tx, ids, i);
            }
            return {};
        }));
    }
    std::printf("%d cases in the queue\n", kCases);
    measure("the first 50", *database, scope, [](store::ReadTransaction& tx) { return listed(tx, 0, 50); });
    measure("the first 200", *database, scope, [](store::ReadTransaction& tx) { return listed(tx, 0, 200); });
    measure("the last 50", *database, scope, [](store::ReadTransaction& tx) {
        return listed(tx, kCases - 50, 50);
    });
    const auto last = test::must(database->readNow(scope, [](store::ReadTransaction& tx) {
        return store::TicketRepository().queue(tx, kCases - 1, 1);
    }));
    measure("the place of the last", *database, scope, [&](store::ReadTransaction& tx) {
        return store::TicketQueue().waitingBefore(tx, last.front().ticket.id);
    });
    database->close();
    return 0;
}
