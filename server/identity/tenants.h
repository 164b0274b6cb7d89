// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/identity/tenant_directory.h"
#include "server/runtime/worker_pool.h"
#include "server/security/fernet.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::identity {

struct NewTenant {
    std::string slug;
    std::string name;
    /// Empty: "free".
    std::string plan;
    /// Empty: "TF".
    std::string ticketPrefix;
};

/// What a PATCH changes; empty optionals leave as it is.
struct TenantChanges {
    std::optional<std::string> name;
    std::optional<std::string> plan;
    /// "active" or "suspended".
    std::optional<std::string> status;
    /// agent_kinds, tool_kinds, providers, quotas.
    std::optional<nlohmann::json> permissions;
    /// Exact origins ("https://shop.example"), or "*".
    std::optional<std::vector<std::string>> allowedOrigins;
};

/// Fills a new tenant: default agents, settings. May run twice for one tenant, after a crash in the middle.
using TenantHook = std::function<boost::asio::awaitable<Result<void>>(TenantId)>;

/// The tenants. One is visible only when all of it is there: it is written as "creating", its place is
/// prepared and filled by the hooks, and then it becomes active. What a crash left half made is taken up
/// again by the next creation with the same slug. Any thread; hooks are added before the first request.
class Tenants {
public:
    Tenants(store::Database& database,
            runtime::WorkerPool& cpu,
            const security::Fernet& fernet,
            TenantDirectory& directory,
            const Clock& clock,
            IdSource& ids);

    void addHook(TenantHook hook);

    /// @errors InvalidArgument a field is wrong; Conflict the slug is taken; Storage; those of the hooks
    boost::asio::awaitable<Result<store::TenantRow>> create(NewTenant wanted, Actor actor);

    /// By id, without those being made. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::TenantRow>>> list(std::string after, int limit);

    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<store::TenantRow>> get(std::string idOrSlug);

    /// @errors NotFound; InvalidArgument; Conflict somebody else changed it meanwhile; Storage
    boost::asio::awaitable<Result<store::TenantRow>>
    update(std::string idOrSlug, TenantChanges changes, Actor actor);

    /// Its people and clients are refused at once; its data stays until it is erased. @errors NotFound;
    /// Storage
    boost::asio::awaitable<Result<void>> remove(std::string idOrSlug, Actor actor);

    /// Makes a new secret that signs `user_hash`; the old one counts no longer. @errors NotFound; Conflict
    /// somebody else changed the tenant meanwhile; Storage
    boost::asio::awaitable<Result<security::Secret>> rotateIdentitySecret(TenantId id, Actor actor);

    /// What signs `user_hash`. @errors InvalidArgument the master key that encrypted it is gone
    [[nodiscard]] Result<security::Secret> identitySecret(const TenantRecord& tenant) const;

private:
    Result<store::TenantRow> rowFor(const NewTenant& wanted) const;
    boost::asio::awaitable<Result<store::TenantRow>> reserve(store::TenantRow row);
    boost::asio::awaitable<Result<void>> fill(TenantId id);
    boost::asio::awaitable<Result<store::TenantRow>>
    write(store::TenantRow row, std::string action, nlohmann::json before, Actor actor);

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    const security::Fernet& m_fernet;
    TenantDirectory& m_directory;
    const Clock& m_clock;
    IdSource& m_ids;
    const Audit m_audit;
    std::vector<TenantHook> m_hooks;
};

} // namespace parley::server::identity
