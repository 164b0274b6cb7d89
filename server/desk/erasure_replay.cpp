// SPDX-License-Identifier: MIT
#include "server/desk/erasure_replay.h"

#include "server/desk/customer_erasure.h"

#include <algorithm>
#include <map>
#include <set>

namespace parley::server::desk {

namespace {

using store::ErasureMark;

constexpr int kCustomersAtOnce = 1'000;

/// Mergers that may come between one after the other.
constexpr int kTries = 4;

/// By tenant and hash: when.
using Marks = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// Where erasures of one tenant are carried out and noted.
struct ErasurePlace {
    store::Database& database;
    const store::ErasureFile& file;
    const TenantId& tenant;
    /// What both lists have.
    const Marks& marks;
};

Marks indexed(const std::vector<ErasureMark>& marks)
{
    Marks all;
    for (const ErasureMark& mark : marks) {
        all.try_emplace({mark.tenant.value, mark.hash}, mark.erasedMs);
    }
    return all;
}

std::vector<ErasureMark> missing(const Marks& wanted, const Marks& there)
{
    std::vector<ErasureMark> marks;
    for (const auto& [key, erasedMs] : wanted) {
        if (!there.contains(key)) {
            marks.push_back({TenantId{key.first}, key.second, erasedMs});
        }
    }
    return marks;
}

/// Makes both lists what they are together. @return it
Result<Marks> reconcile(store::Database& database, const store::ErasureFile& file)
{
    const store::ErasureLedgerRepository ledger;
    const auto platform = store::Scope::platform();
    auto known = database.readNow(platform, [&](store::ReadTransaction& tx) { return ledger.since(tx, 0); });
    auto written = file.read();
    if (!known || !written) {
        return fail(!known ? std::move(known).error() : std::move(written).error());
    }
    Marks inStore = indexed(*known);
    const Marks inFile = indexed(*written);
    if (auto appended = file.append(missing(inStore, inFile)); !appended) {
        return fail(std::move(appended).error());
    }
    const std::vector<ErasureMark> unknown = missing(inFile, inStore);
    if (!unknown.empty()) {
        auto add = [&](store::Transaction& tx) -> Result<void> {
            for (const ErasureMark& mark : unknown) {
                if (auto added = ledger.add(tx, mark); !added) {
                    return added;
                }
            }
            return {};
        };
        if (auto added = database.transactNow(platform, add); !added) {
            return fail(std::move(added).error());
        }
    }
    inStore.insert(inFile.begin(), inFile.end());
    return inStore;
}

/// Those of the hashes that this tenant's database has not carried out.
Result<std::set<std::string>>
notDone(store::Database& database, const TenantId& tenant, const std::vector<std::string>& hashes)
{
    auto look = [&](store::ReadTransaction& tx) -> Result<std::set<std::string>> {
        std::set<std::string> open;
        for (const std::string& hash : hashes) {
            auto receipt = store::ErasureRepository().receipt(tx, hash);
            if (!receipt) {
                return fail(std::move(receipt).error());
            }
            if (!*receipt) {
                open.insert(hash);
            }
        }
        return open;
    };
    return database.readNow(store::Scope::of(tenant), look);
}

/// Puts marks on both lists.
Result<void>
noteAll(store::Database& database, const store::ErasureFile& file, const std::vector<ErasureMark>& marks)
{
    auto add = [&](store::Transaction& tx) -> Result<void> {
        for (const ErasureMark& mark : marks) {
            if (auto added = store::ErasureLedgerRepository().add(tx, mark); !added) {
                return added;
            }
        }
        return {};
    };
    auto added = database.transactNow(store::Scope::platform(), add);
    return added ? file.append(marks) : added;
}

/// One customer, with every id that it has had. @return whether there was one
Result<bool> eraseOne(const ErasurePlace& place, const CustomerId& customer, std::int64_t nowMs)
{
    const auto scope = store::Scope::of(place.tenant);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        auto look = [&](store::ReadTransaction& tx) {
            return store::ErasureRepository().aliases(tx, customer);
        };
        auto aliases = place.database.readNow(scope, look);
        if (!aliases) {
            return fail(std::move(aliases).error());
        }
        const std::vector<std::string> hashes = erasureHashes(place.tenant, customer, *aliases);
        // The ids that nobody has noted yet: a backup may know the customer by any of them.
        std::vector<ErasureMark> marks;
        for (const std::string& hash : hashes) {
            if (!place.marks.contains({place.tenant.value, hash})) {
                marks.push_back({place.tenant, hash, nowMs});
            }
        }
        if (auto noted = noteAll(place.database, place.file, marks); !noted) {
            return fail(std::move(noted).error());
        }
        auto erase = [&](store::Transaction& tx) {
            return eraseIn(tx, place.tenant, customer, hashes, nowMs);
        };
        auto done = place.database.transactNow(scope, erase);
        if (done) {
            return done->has_value();
        }
        if (done.error().code != ErrorCode::Conflict) {
            return fail(std::move(done).error());
        }
    }
    return fail(ErrorCode::Conflict, "A customer that is to be erased is being merged over and over.");
}

Result<std::size_t> eraseAll(const ErasurePlace& place, const std::set<std::string>& open, std::int64_t nowMs)
{
    const TenantId& tenant = place.tenant;
    store::Database& database = place.database;
    const auto scope = store::Scope::of(tenant);
    std::size_t erased = 0;
    std::string after;
    for (bool isLast = false; !isLast;) {
        auto list = [&](store::ReadTransaction& tx) {
            return store::ErasureRepository().customers(tx, after, kCustomersAtOnce);
        };
        auto page = database.readNow(scope, list);
        if (!page) {
            return fail(std::move(page).error());
        }
        for (const auto& [customer, aliases] : *page) {
            // An id from before a merger counts as well: it is the same person.
            const auto hashes = erasureHashes(tenant, customer, aliases);
            const bool isMeant =
                std::ranges::any_of(hashes, [&](const std::string& hash) { return open.contains(hash); });
            if (!isMeant) {
                continue;
            }
            auto done = eraseOne(place, customer, nowMs);
            if (!done) {
                return fail(std::move(done).error());
            }
            erased += *done ? 1U : 0U;
        }
        isLast = page->size() < static_cast<std::size_t>(kCustomersAtOnce);
        after = page->empty() ? after : page->back().first.value;
    }
    auto note = [&](store::Transaction& tx) -> Result<void> {
        for (const std::string& hash : open) {
            if (auto kept = store::ErasureRepository().putReceipt(tx, {hash, nowMs, "{}"}); !kept) {
                return kept;
            }
        }
        return {};
    };
    if (auto noted = database.transactNow(scope, note); !noted) {
        return fail(std::move(noted).error());
    }
    return erased;
}

} // namespace

Result<std::size_t> replayErasures(store::Database& database,
                                   const store::ErasureFile& file,
                                   const store::DeletedRows& deleted,
                                   std::int64_t nowMs)
{
    auto marks = reconcile(database, file);
    if (!marks) {
        return fail(std::move(marks).error().in("replayErasures"));
    }
    std::map<std::string, std::vector<std::string>> byTenant;
    for (const auto& [key, erasedMs] : *marks) {
        byTenant[key.first].push_back(key.second);
    }
    std::size_t erased = 0;
    for (const auto& [id, hashes] : byTenant) {
        const TenantId tenant{id};
        auto open = notDone(database, tenant, hashes);
        if (!open && open.error().code == ErrorCode::NotFound) {
            continue; // the tenant has gone, or came after the backup
        }
        if (!open) {
            return fail(std::move(open).error().in("replayErasures"));
        }
        if (open->empty()) {
            continue;
        }
        const ErasurePlace place{database, file, tenant, *marks};
        auto done = eraseAll(place, *open, nowMs);
        if (!done) {
            return fail(std::move(done).error().in("replayErasures"));
        }
        erased += *done;
        if (auto purged = deleted.purge(tenant); !purged) {
            return fail(std::move(purged).error().in("replayErasures"));
        }
    }
    return erased;
}

} // namespace parley::server::desk
