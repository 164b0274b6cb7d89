// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/identity/tenant_directory.h"
#include "server/store/database.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace parley::server::identity {

/// One section of the settings, as the store holds it: JSON objects of what was set, nothing else.
struct SettingsSection {
    /// What the platform gives every tenant; empty for the platform itself.
    nlohmann::json inherited = nlohmann::json::object();
    /// What this tenant, or the platform, has set.
    nlohmann::json own = nlohmann::json::object();

    /// Own values over inherited ones.
    [[nodiscard]] nlohmann::json merged() const;
};

/// Makes the section's new own values of what it is. It may be called again when a transaction is repeated.
using SettingsChange = std::function<Result<nlohmann::json>(const SettingsSection& before)>;

/// `/settings/{section}`: each section is a JSON object of the tenant's over one of the platform's. A change
/// is audited and counts the configuration up, so that the next message on any node is answered with it.
/// @thread any
class SettingsSections {
public:
    SettingsSections(store::Database& database,
                     const TenantDirectory& tenants,
                     const Clock& clock,
                     IdSource& ids);

    /// @param tenant  empty: the platform's defaults @errors Storage
    boost::asio::awaitable<Result<SettingsSection>> get(TenantId tenant, std::string section);

    /// @param tenant  empty: the platform's defaults, which every tenant without its own values follows
    /// @errors those of `change`; Storage
    boost::asio::awaitable<Result<SettingsSection>>
    change(TenantId tenant, std::string section, SettingsChange change, Actor actor);

    /// The platform's values of a section. @errors Storage
    static boost::asio::awaitable<Result<nlohmann::json>> defaults(store::Database& database,
                                                                   std::string section);

private:
    boost::asio::awaitable<Result<SettingsSection>>
    changeDefaults(std::string section, SettingsChange change, Actor actor);
    boost::asio::awaitable<Result<void>> tellTenants();

    store::Database& m_database;
    const TenantDirectory& m_tenants;
    const Clock& m_clock;
    const Audit m_audit;
};

/// What a PATCH of flat values leaves: each named field takes the place of the own one; null takes it away,
/// so that the inherited one counts again.
/// @param known  the section's fields @errors InvalidArgument naming every field that is not one of them
Result<nlohmann::json>
patched(nlohmann::json own, const nlohmann::json& patch, std::span<const std::string_view> known);

} // namespace parley::server::identity
