// SPDX-License-Identifier: MIT
#include "server/identity/revocation_list.h"

#include "server/identity/claims.h"

#include <algorithm>
#include <mutex>

namespace parley::server::identity {

using security::Principal;
using security::Role;

namespace {

/// No access token lives longer.
constexpr std::int64_t kLongestTokenMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kLookBackMs = 30'000;
constexpr std::int64_t kPruneEveryMs = 60'000;
/// After this an erasure that was noted is through.
constexpr std::int64_t kSettledMs = 30'000;

} // namespace

RevocationList::RevocationList(store::Database& database, const Clock& clock)
    : m_database(database), m_clock(clock)
{}

bool RevocationList::isRefused(const Principal& principal) const
{
    const std::shared_lock lock(m_mutex);
    if (m_families.contains(principal.family)) {
        return true;
    }
    if (principal.role == Role::ChatUser) {
        return !m_erased.empty() &&
               m_erased.contains(store::erasureHash(principal.tenant, principal.subject));
    }
    if (principal.role == Role::ApiClient) {
        const auto client = m_clients.find(principal.subject);
        return client != m_clients.end() && !client->second.isActive;
    }
    const auto user = m_users.find(principal.subject);
    return user != m_users.end() &&
           (user->second.status != "active" || principal.version < user->second.version);
}

void RevocationList::bringUpToDate(Principal& principal) const
{
    if (principal.role != Role::ApiClient) {
        return;
    }
    const std::shared_lock lock(m_mutex);
    const auto client = m_clients.find(principal.subject);
    if (client != m_clients.end()) {
        principal.scopes = client->second.scopes;
        principal.requestsPerMinute = client->second.requestsPerMinute;
    }
}

void RevocationList::noteFamily(const std::string& family)
{
    const std::unique_lock lock(m_mutex);
    m_families.insert_or_assign(family, m_clock.nowMs());
}

void RevocationList::noteUser(const store::UserState& state)
{
    const std::unique_lock lock(m_mutex);
    store::UserState& known = m_users.try_emplace(state.id.value, state).first->second;
    // A read that began earlier may arrive later.
    if (state.version > known.version ||
        (state.version == known.version && state.updatedMs >= known.updatedMs)) {
        known = state;
    }
}

void RevocationList::noteClient(const store::ApiClientRow& client)
{
    const Client now{scopesFromText(client.scopes),
                     client.requestsPerMinute,
                     client.status == "active",
                     client.updatedMs};
    const std::unique_lock lock(m_mutex);
    Client& known = m_clients.try_emplace(client.id, now).first->second;
    if (now.updatedMs >= known.updatedMs) {
        known = now;
    }
}

void RevocationList::noteErased(const std::string& hash)
{
    const std::unique_lock lock(m_mutex);
    m_erased.insert_or_assign(hash, m_clock.nowMs());
}

std::int64_t RevocationList::sinceMs(std::int64_t nowMs) const
{
    const std::shared_lock lock(m_mutex);
    return m_refreshedMs == 0 ? nowMs - kLongestTokenMs - kLookBackMs
                              : std::min(m_refreshedMs, nowMs) - kLookBackMs;
}

Result<RevocationList::Changes> RevocationList::read(store::ReadTransaction& tx, std::int64_t sinceMs)
{
    auto families = store::TokenFamilyRepository().revokedSince(tx, sinceMs);
    if (!families) {
        return fail(std::move(families).error());
    }
    auto users = store::UserRepository().changedSince(tx, sinceMs);
    if (!users) {
        return fail(std::move(users).error());
    }
    auto clients = store::ApiClientRepository().changedSince(tx, sinceMs);
    if (!clients) {
        return fail(std::move(clients).error());
    }
    auto erased = store::ErasureLedgerRepository().since(tx, sinceMs);
    if (!erased) {
        return fail(std::move(erased).error());
    }
    return Changes{std::move(*families), std::move(*users), std::move(*clients), std::move(*erased)};
}

void RevocationList::apply(const Changes& changes, std::int64_t nowMs)
{
    for (const store::UserState& user : changes.users) {
        noteUser(user);
    }
    for (const store::ApiClientRow& client : changes.clients) {
        noteClient(client);
    }
    std::unique_lock lock(m_mutex);
    for (const store::RevokedFamily& family : changes.families) {
        m_families.insert_or_assign(family.id, family.updatedMs);
    }
    const std::vector<TenantId> erasing = noteMarks(changes.erased, nowMs);
    const auto watcher = m_watcher;
    m_refreshedMs = nowMs;
    prune(nowMs);
    lock.unlock();
    for (const TenantId& tenant : erasing) {
        watcher(tenant);
    }
}

/// @return the tenants that the watcher is to hear of
std::vector<TenantId> RevocationList::noteMarks(const std::vector<store::ErasureMark>& marks,
                                                std::int64_t nowMs)
{
    std::vector<TenantId> tenants;
    for (const auto& [tenant, dueMs] : m_settling) {
        if (dueMs <= nowMs) {
            tenants.push_back(tenant);
        }
    }
    std::erase_if(m_settling, [&](const auto& entry) { return entry.second <= nowMs; });
    for (const store::ErasureMark& mark : marks) {
        if (m_watcher && !m_erased.contains(mark.hash)) {
            tenants.push_back(mark.tenant);
            m_settling.emplace_back(mark.tenant, nowMs + kSettledMs);
        }
        m_erased.insert_or_assign(mark.hash, mark.erasedMs);
    }
    return tenants;
}

void RevocationList::watchErasures(std::function<void(const TenantId&)> watcher)
{
    const std::unique_lock lock(m_mutex);
    m_watcher = std::move(watcher);
}

void RevocationList::prune(std::int64_t nowMs)
{
    if (nowMs - m_prunedMs < kPruneEveryMs) {
        return;
    }
    m_prunedMs = nowMs;
    const std::int64_t oldest = nowMs - kLongestTokenMs - kLookBackMs;
    std::erase_if(m_families, [&](const auto& entry) { return entry.second < oldest; });
    std::erase_if(m_users, [&](const auto& entry) { return entry.second.updatedMs < oldest; });
    std::erase_if(m_clients, [&](const auto& entry) { return entry.second.updatedMs < oldest; });
    std::erase_if(m_erased, [&](const auto& entry) { return entry.second < oldest; });
}

boost::asio::awaitable<Result<void>> RevocationList::refresh()
{
    const std::int64_t nowMs = m_clock.nowMs();
    auto job = [since = sinceMs(nowMs)](store::ReadTransaction& tx) { return read(tx, since); };
    store::Scope scope = store::Scope::platform();
    auto changes = co_await m_database.read(std::move(scope), std::move(job));
    if (!changes) {
        co_return fail(std::move(changes).error().in("revocations.refresh"));
    }
    apply(*changes, nowMs);
    co_return Result<void>();
}

Result<void> RevocationList::refreshNow()
{
    const std::int64_t nowMs = m_clock.nowMs();
    auto job = [since = sinceMs(nowMs)](store::ReadTransaction& tx) { return read(tx, since); };
    auto changes = m_database.readNow(store::Scope::platform(), job);
    if (!changes) {
        return fail(std::move(changes).error().in("revocations.refresh"));
    }
    apply(*changes, nowMs);
    return {};
}

std::int64_t RevocationList::refreshedMs() const
{
    const std::shared_lock lock(m_mutex);
    return m_refreshedMs;
}

} // namespace parley::server::identity
