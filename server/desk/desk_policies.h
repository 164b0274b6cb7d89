// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_settings.h"
#include "server/store/transaction.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <mutex>

namespace parley::server::store {
class Database;
}

namespace parley::server::desk {

/// The desk's settings of any tenant, read in the transaction that acts on them: what a tenant sets counts
/// from the next message on, on every node. What the platform gives all tenants is read again every second.
/// @thread any
class DeskPolicies {
public:
    /// @param base  what counts where neither the tenant nor the platform says anything
    explicit DeskPolicies(DeskSettings base = {});

    /// Of the transaction's tenant. @errors Storage
    Result<DeskSettings> of(store::ReadTransaction& tx) const;

    /// A section over what it inherits: for what is shown, and for what is checked before it is kept.
    /// @errors InvalidArgument naming every field that is wrong
    Result<DeskSettings> read(const nlohmann::json& section) const;

    /// Reads what the platform gives all tenants. @errors Storage
    boost::asio::awaitable<Result<void>> refresh(store::Database& database);

    /// With nothing set: for what has no daemon around it.
    static const DeskPolicies& unset();

private:
    const DeskSettings m_base;
    mutable std::mutex m_mutex;
    std::shared_ptr<const nlohmann::json> m_platform; // guarded by m_mutex; shared with readers under way
};

} // namespace parley::server::desk
