// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_policies.h"
#include "server/edge/router.h"
#include "server/identity/settings_sections.h"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace parley::server::api {

/// `/settings/desk`: promises, hours and how cases find people. @thread I/O
class DeskSettingsHandlers {
public:
    /// @param onChanged  told which tenant's settings are others now; an empty id: every tenant's
    DeskSettingsHandlers(identity::SettingsSections& sections,
                         desk::DeskPolicies& policies,
                         store::Database& database,
                         std::function<void(const TenantId&)> onChanged)
        : m_sections(sections), m_policies(policies), m_database(database), m_onChanged(std::move(onChanged))
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    [[nodiscard]] nlohmann::json viewOf(const identity::SettingsSection& section) const;

    identity::SettingsSections& m_sections;
    desk::DeskPolicies& m_policies;
    store::Database& m_database;
    std::function<void(const TenantId&)> m_onChanged;
};

} // namespace parley::server::api
