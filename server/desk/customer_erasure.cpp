// SPDX-License-Identifier: MIT
#include "server/desk/customer_erasure.h"

#include "server/store/customer_book.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::desk {

namespace {

/// Conversations of one transaction, and of one pass: the next pass goes on.
constexpr int kBatch = 50;
constexpr std::int64_t kMostOfPass = 20'000;
/// Mergers that may come between one after the other.
constexpr int kTries = 4;

Error noCustomer()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such customer.";
    return error;
}

} // namespace

std::vector<std::string>
erasureHashes(const TenantId& tenant, const CustomerId& customer, const std::vector<std::string>& aliases)
{
    std::vector<std::string> hashes{store::erasureHash(tenant, customer.value)};
    for (const std::string& alias : aliases) {
        hashes.push_back(store::erasureHash(tenant, alias));
    }
    return hashes;
}

Result<std::optional<store::ErasedRows>> eraseIn(store::Transaction& tx,
                                                 const TenantId& tenant,
                                                 const CustomerId& customer,
                                                 const std::vector<std::string>& hashes,
                                                 std::int64_t nowMs)
{
    const store::ErasureRepository rows;
    auto erased = rows.eraseCustomer(tx, customer);
    if (!erased || !*erased) {
        return erased;
    }
    for (const std::string& hash : erasureHashes(tenant, customer, (*erased)->aliases)) {
        if (std::ranges::find(hashes, hash) == hashes.end()) {
            return fail(ErrorCode::Conflict, "The customer was merged at the same moment; try again.");
        }
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

Result<std::optional<CustomerErasure::Target>>
CustomerErasure::targetOf(store::ReadTransaction& tx, const TenantId& tenant, const CustomerId& asked) const
{
    auto row = store::CustomerBook().find(tx, asked.value);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return std::optional<Target>();
    }
    auto aliases = m_rows.aliases(tx, (*row)->id);
    if (!aliases) {
        return fail(std::move(aliases).error());
    }
    Target target;
    target.customer = (*row)->id;
    target.hashes = erasureHashes(tenant, target.customer, *aliases);
    return std::optional<Target>(std::move(target));
}

boost::asio::awaitable<Result<ErasureReceipt>>
CustomerErasure::erase(TenantId tenant, CustomerId customer, identity::Actor actor)
{
    auto look = [&](store::ReadTransaction& tx) { return targetOf(tx, tenant, customer); };
    auto scope = store::Scope::of(tenant);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        auto target = co_await m_services.database.read(scope, look);
        if (!target) {
            co_return fail(std::move(target).error());
        }
        if (!*target) {
            co_return co_await repeated(tenant, customer);
        }
        const std::int64_t now = m_services.clock.nowMs();
        auto erased = co_await eraseNow(tenant, **target, now, actor);
        if (!erased && erased.error().code != ErrorCode::Conflict) {
            co_return fail(std::move(erased).error());
        }
        if (!erased || !*erased) {
            continue; // another request was faster, or a merger: the id may lead to somebody else now
        }
        Erased told;
        told.tenant = tenant;
        told.hashes = std::move((*target)->hashes);
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
    co_return fail(ErrorCode::Conflict, "The customer was merged at the same moment; try again.");
}

/// The receipt of an erasure that has been.
boost::asio::awaitable<Result<ErasureReceipt>> CustomerErasure::repeated(TenantId tenant, CustomerId customer)
{
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
    told.hashes = {store::erasureHash(tenant, customer.value)};
    tell(told);
    co_return std::move(**before);
}

/// Notes it, then erases. @errors Conflict a merger came between
boost::asio::awaitable<Result<std::optional<store::ErasedRows>>>
CustomerErasure::eraseNow(TenantId tenant, Target target, std::int64_t nowMs, identity::Actor actor)
{
    std::vector<store::ErasureMark> marks;
    for (const std::string& hash : target.hashes) {
        marks.push_back({tenant, hash, nowMs});
    }
    auto noted = co_await note(marks);
    if (!noted) {
        co_return fail(std::move(noted).error());
    }
    auto job = [&](store::Transaction& tx) -> Result<std::optional<store::ErasedRows>> {
        auto erased = eraseIn(tx, tenant, target.customer, target.hashes, nowMs);
        if (!erased || !*erased) {
            return erased;
        }
        const identity::AuditEntry entry{
            "customer.erase", "customer", target.customer.value, nullptr, nullptr};
        if (auto written = m_audit.write(tx, actor, entry); !written) {
            return fail(std::move(written).error());
        }
        return erased;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
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
    // Those whose rows have gone by now: one that is erased while this goes on is purged by its own.
    auto list = [&](store::ReadTransaction& tx) { return m_rows.unpurged(tx); };
    auto scope = store::Scope::of(tenant);
    auto receipts = co_await m_services.database.read(scope, list);
    auto work = [&] { return m_places.deleted.purge(tenant); };
    auto purged = co_await m_places.files.run(work);
    const bool isDone = purged && *purged;
    if (isDone && receipts && !receipts->empty()) {
        auto mark = [&](store::Transaction& tx) { return m_rows.markPurged(tx, *receipts); };
        (void)co_await m_services.database.transact(scope, mark); // else it is purged once more
    }
    const std::lock_guard lock(m_mutex);
    if (isDone) {
        m_unpurged.erase(tenant.value);
    } else {
        m_unpurged.insert(tenant.value);
    }
    co_return isDone;
}

boost::asio::awaitable<void> CustomerErasure::purgeIfPending(TenantId tenant)
{
    bool isPending = isUnpurged(tenant);
    if (!isPending) {
        auto list = [&](store::ReadTransaction& tx) { return m_rows.unpurged(tx); };
        auto scope = store::Scope::of(tenant);
        auto receipts = co_await m_services.database.read(scope, list);
        isPending = receipts && !receipts->empty();
    }
    if (isPending) {
        (void)co_await purge(tenant);
    }
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
        auto erased = m_rows.eraseConversations(tx, *lapsed);
        if (!erased) {
            return fail(std::move(erased).error());
        }
        return std::move(erased->conversations);
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
    if (gone > 0) {
        (void)co_await purge(tenant); // what a reader holds on to goes with the next pass
    }
    co_return gone;
}

} // namespace parley::server::desk
