// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/identity/tenant_directory.h"
#include "server/llm/llm_settings.h"
#include "server/store/database.h"
#include "server/store/llm_usage_repository.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

namespace parley::server::llm {

/// The settings of models of a tenant, or of the platform where no tenant is named. @thread any
class LlmSettingsStore {
public:
    /// @param allowed  private networks that tenants' providers may be in
    LlmSettingsStore(store::Database& database,
                     const security::Fernet& fernet,
                     const identity::TenantDirectory& tenants,
                     const net::NetworkList& allowed,
                     const Clock& clock,
                     IdSource& ids);

    /// `{providers, order, monthly_token_budget}`, a tenant's with `usage`: what the month has taken so far.
    /// @errors Storage
    boost::asio::awaitable<Result<nlohmann::json>> get(TenantId tenant);

    /// Changes them; a tenant's next message is answered by them. @return as get()
    /// @errors InvalidArgument naming every field that is wrong; Storage
    boost::asio::awaitable<Result<nlohmann::json>>
    patch(TenantId tenant, nlohmann::json changes, identity::Actor actor);

private:
    [[nodiscard]] SettingsRules rulesFor(const TenantId& tenant) const;
    Result<LlmSettings> read(store::ReadTransaction& tx, const TenantId& tenant) const;
    Result<nlohmann::json>
    view(store::ReadTransaction& tx, const TenantId& tenant, const LlmSettings& settings) const;
    Result<void> write(store::Transaction& tx,
                       const TenantId& tenant,
                       const LlmSettings& before,
                       const LlmSettings& after,
                       const identity::Actor& actor) const;

    store::Database& m_database;
    const security::Fernet& m_fernet;
    const identity::TenantDirectory& m_tenants;
    const net::NetworkList& m_allowed;
    const Clock& m_clock;
    const identity::Audit m_audit;
};

} // namespace parley::server::llm
