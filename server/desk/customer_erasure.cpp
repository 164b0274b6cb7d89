// SPDX-License-Identifier: MIT
#include "server/desk/customer_erasure.h"

#include "server/store/customer_book.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

/// Conversations of one transaction, and of one pass: the next pass goes on.
constexpr int kBatch = 50;
constexpr std::int64_t kMostOfPass = 20'000;

Error noCustomer()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such customer.";
    return error;
}

} // namespace

Result<std::optional<store::ErasedRows>> eraseIn(store::Transaction& tx,
                                                 const CustomerId& customer,
                                                 const std::vector<std::string>& hashes,
                                                 std::int64_t nowMs)
{
    const store::ErasureRepository rows;
    auto erased = rows.eraseCustomer(tx, customer);
    if (!erased || !*erased) {
        return erased;
    }
    for (const std::string& hash : hashes) {
        const store::ErasureReceiptRow receipt{hash, nowMs, nlohmann::json((*erased)->removed).dump()};
        if (auto kept = rows.putReceipt(tx, receipt); !kept) {
            return fail(std::move(kept).error());
        }
    }
    return erased;
}

CustomerErasure::CustomerErasure(Services& services, ErasurePlaces places)
    : m_services(services), m_places(std::move(places)), m_audit(services.clock, services.ids)
{}

boost::asio::awaitable<Result<ErasureReceipt>>
CustomerErasure::erase(TenantId tenant, CustomerId customer, identity::Actor actor)
{
    std::vector<std::string> hashes;
    auto look = [&](store::ReadTransaction& tx) -> Result<bool> {
        auto row = m_services.customers.find(tx, customer);
        auto aliases = m_rows.aliases(tx, customer);
        if (!row || !aliases) {
            return fail(!row ? std::move(row).error() : std::move(aliases).error());
        }
        hashes = {store::erasureHash(tenant, customer.value)};
        for (const std::string& alias : *aliases) {
            hashes.push_back(store::erasureHash(tenant, alias));
        }
        return row->has_value();
    };
    auto scope = store::Scope::of(tenant);
    auto isThere = co_await m_services.database.read(scope, look);
    if (!isThere) {
        co_return fail(std::move(isThere).error());
    }
    if (!*isThere) {
        auto before = co_await earlier(tenant, customer);
        if (!before) {
            co_return fail(std::move(before).error());
        }
        if (!*before) {
            co_return fail(noCustomer());
        }
        // The first request may have ended before it came to this.
        Erased told;
        told.tenant = tenant;
        told.hashes = std::move(hashes);
        tell(told);
        co_return std::move(**before);
    }
    const std::int64_t now = m_services.clock.nowMs();
    std::vector<store::ErasureMark> marks;
    for (const std::string& hash : hashes) {
        marks.push_back({tenant, hash, now});
    }
    auto noted = co_await note(marks);
    if (!noted) {
        co_return fail(std::move(noted).error());
    }
    auto job = [&](store::Transaction& tx) -> Result<std::optional<store::ErasedRows>> {
        auto erased = eraseIn(tx, customer, hashes, now);
        if (!erased || !*erased) {
            return erased;
        }
        const identity::AuditEntry entry{"customer.erase", "customer", customer.value, nullptr, nullptr};
        if (auto written = m_audit.write(tx, actor, entry); !written) {
            return fail(std::move(written).error());
        }
        return erased;
    };
    auto erased = co_await m_services.database.transact(scope, job);
    if (!erased) {
        co_return fail(std::move(erased).error());
    }
    if (!*erased) { // another request was faster, or a merger took the customer away
        auto before = co_await earlier(tenant, customer);
        if (!before || !*before) {
            co_return fail(before ? noCustomer() : std::move(before).error());
        }
        co_return std::move(**before);
    }
    Erased told;
    told.tenant = tenant;
    told.hashes = std::move(hashes);
    told.conversations = (*erased)->conversations;
    tell(told);
    ErasureReceipt receipt;
    receipt.id = customer.value;
    receipt.erasedMs = now;
    receipt.removed = (*erased)->removed;
    receipt.isPurged = co_await purge(tenant);
    auto expire = [&]() -> Result<std::optional<std::int64_t>> { return m_places.backupsExpire(now); };
    auto expires = co_await m_places.files.run(expire);
    receipt.backupsExpireMs = expires ? *expires : std::nullopt;
    co_return receipt;
}

boost::asio::awaitable<Result<void>> CustomerErasure::note(const std::vector<store::ErasureMark>& marks)
{
    auto keep = [&](store::Transaction& tx) -> Result<void> {
        for (const store::ErasureMark& mark : marks) {
            if (auto added = store::ErasureLedgerRepository().add(tx, mark); !added) {
                return added;
            }
        }
        return {};
    };
    auto platform = store::Scope::platform();
    auto kept = co_await m_services.database.transact(platform, keep);
    if (!kept) {
        co_return kept;
    }
    auto append = [&] { return m_places.file.append(marks); };
    co_return co_await m_places.files.run(append);
}

boost::asio::awaitable<Result<std::optional<ErasureReceipt>>>
CustomerErasure::earlier(const TenantId& tenant, const CustomerId& customer)
{
    const std::string hash = store::erasureHash(tenant, customer.value);
    auto look = [&](store::ReadTransaction& tx) { return m_rows.receipt(tx, hash); };
    auto scope = store::Scope::of(tenant);
    auto row = co_await m_services.database.read(scope, look);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    if (!*row) {
        co_return std::optional<ErasureReceipt>();
    }
    ErasureReceipt receipt;
    receipt.id = customer.value;
    receipt.erasedMs = (*row)->erasedMs;
    const auto removed = nlohmann::json::parse((*row)->removed, nullptr, false);
    if (removed.is_object()) {
        receipt.removed = removed.get<std::map<std::string, std::int64_t>>();
    }
    receipt.isPurged = co_await purge(tenant);
    auto expire = [&]() -> Result<std::optional<std::int64_t>> {
        return m_places.backupsExpire(receipt.erasedMs);
    };
    auto expires = co_await m_places.files.run(expire);
    receipt.backupsExpireMs = expires ? *expires : std::nullopt;
    co_return std::optional<ErasureReceipt>(std::move(receipt));
}

boost::asio::awaitable<bool> CustomerErasure::purge(const TenantId& tenant)
{
    auto work = [&] { return m_places.deleted.purge(tenant); };
    auto purged = co_await m_places.files.run(work);
    const bool isDone = purged && *purged;
    const std::lock_guard lock(m_mutex);
    if (isDone) {
        m_unpurged.erase(tenant.value);
    } else {
        m_unpurged.insert(tenant.value);
    }
    co_return isDone;
}

bool CustomerErasure::isUnpurged(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    return m_unpurged.contains(tenant.value);
}

void CustomerErasure::tell(const Erased& erased) const
{
    for (ErasureListener* listener : m_places.listeners) {
        listener->onErased(erased);
    }
}

boost::asio::awaitable<Result<std::int64_t>> CustomerErasure::eraseEnded(TenantId tenant,
                                                                         std::int64_t beforeMs)
{
    std::int64_t gone = 0;
    Erased told;
    told.tenant = tenant;
    auto job = [&](store::Transaction& tx) -> Result<std::vector<ConversationId>> {
        auto lapsed = m_rows.endedBefore(tx, beforeMs, kBatch);
        if (!lapsed) {
            return fail(std::move(lapsed).error());
        }
        std::vector<ConversationId> ids;
        for (const store::LapsedConversation& each : *lapsed) {
            auto erased = m_rows.eraseConversation(tx, each);
            if (!erased) {
                return fail(std::move(erased).error());
            }
            ids.insert(ids.end(), erased->conversations.begin(), erased->conversations.end());
        }
        return ids;
    };
    auto scope = store::Scope::of(tenant);
    for (bool goesOn = true; goesOn && gone < kMostOfPass;) {
        auto ids = co_await m_services.database.transact(scope, job);
        if (!ids) {
            co_return fail(std::move(ids).error());
        }
        goesOn = ids->size() == static_cast<std::size_t>(kBatch);
        gone += static_cast<std::int64_t>(ids->size());
        told.conversations.insert(told.conversations.end(), ids->begin(), ids->end());
    }
    if (gone > 0) {
        tell(told);
    }
    if (gone > 0 || isUnpurged(tenant)) {
        (void)co_await purge(tenant); // what a reader holds on to goes with the next pass
    }
    co_return gone;
}

} // namespace parley::server::desk
