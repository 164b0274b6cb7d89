// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "server/runtime/single_flight.h"
#include "server/store/database.h"
#include "server/tools/tool_set.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace parley::server::tools {

/// The tools of all tenants, kept in memory by the version of their configuration. @thread any I/O thread
class ToolSets {
public:
    using Set = std::shared_ptr<const ToolSet>;

    /// @param maxOpen  tenants kept in memory; the least recently used one goes first
    ToolSets(store::Database& database, const security::Fernet& fernet, std::size_t maxOpen)
        : m_database(database), m_fernet(fernet), m_maxOpen(maxOpen)
    {}

    /// The tenant's tools, at least of this version. @errors Storage; Timeout another call is still reading
    boost::asio::awaitable<Result<Set>>
    of(TenantId tenant, std::int64_t configVersion, runtime::Budget budget);

private:
    struct Entry {
        runtime::SingleFlight flight;
        Set set;
        std::uint64_t lastUse = 0;
    };

    std::shared_ptr<Entry> entryOf(const TenantId& tenant);
    boost::asio::awaitable<Result<Set>> read(TenantId tenant);

    store::Database& m_database;
    const security::Fernet& m_fernet;
    std::size_t m_maxOpen;
    std::mutex m_mutex; // guards everything below, and the entries but for their flight
    std::uint64_t m_uses = 0;
    std::unordered_map<std::string, std::shared_ptr<Entry>> m_entries;
};

} // namespace parley::server::tools
