// SPDX-License-Identifier: MIT
#include "server/desk/patrol.h"

#include "server/desk/case_terms.h"
#include "server/runtime/contain.h"
#include "server/store/database.h"
#include "server/store/user_repository.h"
#include "server/telemetry/log.h"

#include <algorithm>
#include <string_view>

namespace parley::server::desk {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr SteadyClock::duration kRound = std::chrono::seconds(1);
constexpr SteadyClock::duration kLongestPause = std::chrono::seconds(10);
/// Late ones included: what is beyond waits.
constexpr std::size_t kMostVisits = 64;
/// A third of what others believe it for, so that two may be late.
constexpr auto kPresenceRepeat = std::chrono::seconds(20);
/// What a node said that has not been heard of for an hour is dropped.
constexpr std::int64_t kPresenceKeptMs = 3'600'000;
/// Changes of accounts are looked for so far back: clocks of nodes differ.
constexpr std::int64_t kAccountMarginMs = 15LL * 60'000;

const telemetry::Log& deskLog()
{
    static const telemetry::Log log("desk");
    return log;
}

bool isSame(const store::DeskPerson& a, const store::DeskPerson& b)
{
    return a.user == b.user && a.state == b.state && a.name == b.name;
}

/// Says what a part of the round threw.
void logThrown(const Result<void>& done, std::string_view tenant)
{
    if (!done && done.error().code != ErrorCode::Cancelled) {
        deskLog().error("a part of the desk's round broke off",
                        {{"tenant", tenant}, {"why", done.error().detail}});
    }
}

/// Whether this person may hold cases of the tenant.
bool mayHold(const std::optional<store::UserRow>& user, const TenantId& tenant)
{
    if (!user || user->status != "active") {
        return false;
    }
    const bool isOfDesk = user->role == "supporter" || user->role == "tenant_user";
    return user->role == "admin" || (isOfDesk && user->tenant == tenant);
}

} // namespace

Patrol::Patrol(Services& services,
               Watchdog& watchdog,
               QueuePlaces& places,
               DeskPolicies& policies,
               const PresenceSource& presence,
               std::string node,
               boost::asio::any_io_executor executor,
               runtime::TaskFailure onFailure,
               VisitLimits limits)
    : m_services(services),
      m_watchdog(watchdog),
      m_places(places),
      m_policies(policies),
      m_presence(presence),
      m_node(std::move(node)),
      m_limits(limits),
      m_notifier(executor),
      m_scope(executor, std::move(onFailure))
{}

void Patrol::start(std::function<std::vector<TenantId>()> tenants)
{
    m_scope.spawn("desk.patrol", walk(std::move(tenants)));
}

void Patrol::wake(const TenantId& tenant)
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken.insert(tenant.value);
    }
    m_notifier.notify();
}

std::set<std::string> Patrol::takeWoken()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_woken, {});
}

boost::asio::awaitable<void> Patrol::stop()
{
    co_await m_scope.cancelAndWait();
    for (const auto& [tenant, told] : m_told) {
        if (told.people.empty()) {
            continue;
        }
        auto job = [&](store::Transaction& tx) {
            return store::DeskPeopleRepository().report(tx, m_node, {});
        };
        auto scope = store::Scope::of(TenantId{tenant});
        // Where it cannot be told the others stop believing it within a minute.
        (void)co_await m_services.database.transact(scope, job);
    }
}

boost::asio::awaitable<void> Patrol::walk(std::function<std::vector<TenantId>()> tenants)
{
    auto nextSecond = SteadyClock::now();
    for (;;) {
        (void)co_await m_notifier.wait(std::max(nextSecond, SteadyClock::now()));
        m_asked.merge(takeWoken());
        const std::vector<TenantId> all = tenants();
        m_tenants = all.size();
        if (m_asked.erase(std::string()) > 0) {
            for (const TenantId& tenant : all) {
                m_asked.insert(tenant.value);
            }
        }
        beginVisits(all);
        const auto begun = SteadyClock::now();
        if (begun >= nextSecond) {
            // What fails unexpectedly costs its own part of the round, not the watch.
            auto work = everySecond(all);
            const auto done = co_await runtime::contain(std::move(work));
            logThrown(done, "all tenants");
            const auto took = SteadyClock::now() - begun;
            nextSecond =
                SteadyClock::now() + std::clamp<SteadyClock::duration>(10 * took, kRound, kLongestPause);
        }
    }
}

bool Patrol::isDue(const TenantId& tenant) const
{
    if (m_visits.contains(tenant.value)) {
        return false;
    }
    const auto due = m_next.find(tenant.value);
    return m_asked.contains(tenant.value) || due == m_next.end() || due->second <= SteadyClock::now();
}

bool Patrol::hasRoom() const
{
    const auto late = SteadyClock::now() - m_limits.visit;
    const auto inTime =
        std::count_if(m_visits.begin(), m_visits.end(), [&](const auto& each) { return each.second > late; });
    return static_cast<std::size_t>(inTime) < m_limits.atOnce && m_visits.size() < kMostVisits;
}

void Patrol::beginVisits(const std::vector<TenantId>& tenants)
{
    const std::size_t first = m_turn;
    for (std::size_t i = 0; i < tenants.size() && hasRoom(); ++i) {
        const std::size_t at = (first + i) % tenants.size();
        const TenantId& tenant = tenants[at];
        if (!isDue(tenant)) {
            continue;
        }
        m_turn = at + 1;
        m_asked.erase(tenant.value);
        m_visits[tenant.value] = SteadyClock::now();
        if (!m_scope.spawn("desk.visit", visitAlone(tenant))) {
            m_visits.erase(tenant.value);
        }
    }
}

boost::asio::awaitable<void> Patrol::visitAlone(TenantId tenant)
{
    const auto begun = SteadyClock::now();
    auto work = visit(tenant);
    const auto done = co_await runtime::contain(std::move(work));
    logThrown(done, tenant.value);
    const auto now = SteadyClock::now();
    // Many tenants make long rounds; the pause keeps them a small part of what the store does.
    const auto round = (now - begun) * static_cast<std::int64_t>(m_tenants / m_limits.atOnce + 1);
    const auto least = now + std::clamp<SteadyClock::duration>(10 * round, kRound, kLongestPause);
    auto& next = m_next[tenant.value];
    next = std::max(next, least);
    m_visits.erase(tenant.value);
    m_notifier.notify();
}

boost::asio::awaitable<Result<void>> Patrol::everySecond(std::vector<TenantId> tenants)
{
    // What cannot be read now is read a second later.
    (void)co_await m_policies.refresh(m_services.database);
    co_await noticeGone(tenants);
    co_return Result<void>();
}

boost::asio::awaitable<Result<void>> Patrol::visit(TenantId tenant)
{
    if (!m_checked.contains(tenant.value)) {
        // Accounts may have gone while no node was there to see it.
        const bool isChecked = co_await checkHolders(tenant);
        if (isChecked) {
            m_checked.insert(tenant.value);
        }
    }
    co_await tellPresence(tenant);
    auto round = co_await m_watchdog.look(tenant);
    if (!round) {
        deskLog().error("a tenant's desk could not be looked at",
                        {{"tenant", tenant.value}, {"why", round.error().message}});
    }
    // A place that could not be told is told with the next change of the queue.
    (void)co_await m_places.tell(tenant);
    const auto pause = round ? round->next : std::chrono::duration_cast<std::chrono::milliseconds>(kRound);
    // Who is linked to this node has to be repeated, however long nothing is due.
    m_next[tenant.value] = SteadyClock::now() + std::min<SteadyClock::duration>(pause, kLongestPause);
    co_return Result<void>();
}

boost::asio::awaitable<void> Patrol::tellPresence(TenantId tenant)
{
    std::vector<store::DeskPerson> people = m_presence.people(tenant);
    Told& told = m_told[tenant.value];
    const bool isSameAsTold =
        std::equal(people.begin(), people.end(), told.people.begin(), told.people.end(), isSame);
    if (isSameAsTold && (people.empty() || SteadyClock::now() < told.at + kPresenceRepeat)) {
        co_return;
    }
    const std::int64_t now = m_services.clock.nowMs();
    for (store::DeskPerson& person : people) {
        person.seenMs = now;
    }
    auto job = [&](store::Transaction& tx) -> Result<void> {
        const store::DeskPeopleRepository known;
        auto forgotten = known.forget(tx, now - kPresenceKeptMs);
        if (forgotten) {
            forgotten = known.forgetStates(tx, now - kPresenceLifeMs);
        }
        return forgotten ? known.report(tx, m_node, people) : forgotten;
    };
    auto scope = store::Scope::of(tenant);
    auto reported = co_await m_services.database.transact(scope, job);
    if (reported) {
        told.people = std::move(people);
        told.at = SteadyClock::now();
    }
}

boost::asio::awaitable<void> Patrol::noticeGone(const std::vector<TenantId>& tenants)
{
    const std::int64_t now = m_services.clock.nowMs();
    const std::int64_t since = m_accountsMs.value_or(now) - kAccountMarginMs;
    auto find = [&](store::ReadTransaction& tx) { return store::UserRepository().changedSince(tx, since); };
    auto scope = store::Scope::platform();
    auto changed = co_await m_services.database.read(scope, find);
    if (!changed) {
        co_return;
    }
    std::map<std::string, std::int64_t> seen;
    for (const store::UserState& user : *changed) {
        const auto known = m_users.find(user.id.value);
        bool isDone = known != m_users.end() && known->second == user.version;
        if (!isDone) {
            isDone = co_await returnIfGone(user.id.value, tenants);
        }
        if (isDone) {
            seen[user.id.value] = user.version;
        }
    }
    if (seen.size() == changed->size() || !m_accountsMs) {
        m_accountsMs = now; // else what failed stays in sight, however long it fails
    }
    m_users = std::move(seen);
}

boost::asio::awaitable<bool> Patrol::checkHolders(TenantId tenant)
{
    auto holders = co_await m_watchdog.holders(tenant);
    bool isDone = holders.has_value();
    for (std::size_t i = 0; isDone && i < holders->size(); ++i) {
        std::vector<TenantId> here{tenant};
        isDone = co_await returnIfGone((*holders)[i], std::move(here));
    }
    co_return isDone;
}

boost::asio::awaitable<bool> Patrol::returnIfGone(std::string user, std::vector<TenantId> tenants)
{
    auto find = [&](store::ReadTransaction& tx) { return store::UserRepository().find(tx, UserId{user}); };
    auto scope = store::Scope::platform();
    auto row = co_await m_services.database.read(scope, find);
    if (!row) {
        co_return false;
    }
    bool isDone = true;
    for (const TenantId& tenant : tenants) {
        // One of another tenant holds nothing here; a platform's admin may hold cases anywhere.
        const bool isElsewhere = *row && !(*row)->tenant.isEmpty() && (*row)->tenant != tenant;
        if (isElsewhere || mayHold(*row, tenant)) {
            continue;
        }
        auto returned = co_await m_watchdog.returnAllOf(tenant, user);
        if (!returned) {
            deskLog().error("the cases of a person who has gone are still his",
                            {{"tenant", tenant.value}, {"why", returned.error().message}});
            isDone = false;
        }
    }
    co_return isDone;
}

} // namespace parley::server::desk
