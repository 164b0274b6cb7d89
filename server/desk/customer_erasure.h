// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/erasure_listener.h"
#include "server/desk/services.h"
#include "server/identity/audit.h"
#include "server/runtime/worker_pool.h"
#include "server/store/deleted_rows.h"
#include "server/store/erasure_file.h"
#include "server/store/erasure_repository.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parley::server::desk {

/// What a customer, or an authority, may be shown.
struct ErasureReceipt {
    std::string id;
    std::int64_t erasedMs = 0;
    /// Rows by table.
    std::map<std::string, std::int64_t> removed;
    /// What was deleted is off the disk, too; else a reader held on to it, and the next hourly pass does it.
    bool isPurged = false;
    /// When the last backup that may have the customer dies; empty: none has, or they are kept for ever.
    std::optional<std::int64_t> backupsExpireMs;
};

/// What an erasure reaches beside the store's rows. All outlive it.
struct ErasurePlaces {
    const store::ErasureFile& file;
    const store::DeletedRows& deleted;
    /// Where disks are waited for.
    runtime::WorkerPool& files;
    /// When the last backup that was made until now dies; blocking.
    std::function<std::optional<std::int64_t>(std::int64_t nowMs)> backupsExpire;
    std::vector<ErasureListener*> listeners = {};
};

/// Erases customers. First the erasure is noted (platform, and the file beside the backups), then everything
/// goes in one transaction of the tenant, then what is held in memory, then what the disk still has of it.
/// What a crash cuts off is finished at the next start (replayErasures). @thread any I/O thread
class CustomerErasure {
public:
    CustomerErasure(Services& services, ErasurePlaces places);

    /// Asked again it gives the first receipt. An id from before a merger means the one who stayed.
    /// @errors NotFound; Conflict mergers of this customer go on and on: it is finished within the hour;
    /// Storage
    boost::asio::awaitable<Result<ErasureReceipt>>
    erase(TenantId tenant, CustomerId customer, identity::Actor actor);

    /// Takes conversations that nobody may keep any longer; never one that a person has, or that waits for
    /// one.
    /// @param beforeMs  ended earlier than this @return how many went @errors Storage
    boost::asio::awaitable<Result<std::int64_t>> eraseEnded(TenantId tenant, std::int64_t beforeMs);

    /// Takes off the disk what an earlier erasure could not, also one before a restart. @errors none: what
    /// cannot be done now is done an hour later
    boost::asio::awaitable<void> purgeIfPending(TenantId tenant);

private:
    /// Who is to go: empty when there is no such customer.
    struct Target {
        CustomerId customer;
        std::vector<std::string> hashes;
    };
    Result<std::optional<Target>>
    targetOf(store::ReadTransaction& tx, const TenantId& tenant, const CustomerId& asked) const;
    boost::asio::awaitable<Result<ErasureReceipt>> repeated(TenantId tenant, CustomerId customer);
    boost::asio::awaitable<Result<std::optional<store::ErasedRows>>>
    eraseNow(TenantId tenant, Target target, std::int64_t nowMs, identity::Actor actor);
    boost::asio::awaitable<Result<void>> note(const std::vector<store::ErasureMark>& marks);
    boost::asio::awaitable<Result<std::optional<ErasureReceipt>>> earlier(const TenantId& tenant,
                                                                          const CustomerId& customer);
    boost::asio::awaitable<bool> purge(const TenantId& tenant);
    bool isUnpurged(const TenantId& tenant);
    void tell(const Erased& erased) const;

    Services& m_services;
    ErasurePlaces m_places;
    const identity::Audit m_audit;
    store::ErasureRepository m_rows;
    std::mutex m_mutex; // guards everything below
    std::set<std::string> m_unpurged;
};

/// Hashes of a customer's id and of those that it had before mergers.
std::vector<std::string>
erasureHashes(const TenantId& tenant, const CustomerId& customer, const std::vector<std::string>& aliases);

/// Erases in this transaction and leaves the receipt. @param hashes  what was noted of the erasure
/// @return empty when there is no such customer @errors Conflict a merger has given the customer another id
/// since that is not among the hashes; Storage
Result<std::optional<store::ErasedRows>> eraseIn(store::Transaction& tx,
                                                 const TenantId& tenant,
                                                 const CustomerId& customer,
                                                 const std::vector<std::string>& hashes,
                                                 std::int64_t nowMs);

} // namespace parley::server::desk
