// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/store/cache_repository.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::cache {

/// An entry with the documents it stands on.
struct BookedEntry {
    store::CacheEntryRow row;
    std::vector<store::CacheSourceRow> sources;
};

/// One page of what a tenant's cache knows, and what all of it has done.
struct CachePage {
    std::vector<BookedEntry> entries;
    store::CacheTotals totals;
};

/// The cache as operators see it. @thread any
class CacheBook {
public:
    CacheBook(store::Database& database, const Clock& clock, IdSource& ids);

    /// Newest first. @param words  all are in question or answer; may be empty; @param before  exclusive
    /// @errors Storage
    boost::asio::awaitable<Result<CachePage>>
    list(TenantId tenant, std::string words, std::string before, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, identity::Actor actor);
    /// @return how many there were. @errors Storage
    boost::asio::awaitable<Result<std::int64_t>> clear(TenantId tenant, identity::Actor actor);

private:
    store::Database& m_database;
    const identity::Audit m_audit;
    store::CacheRepository m_entries;
};

} // namespace parley::server::cache
