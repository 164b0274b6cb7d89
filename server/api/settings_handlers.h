// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/answering_preview.h"
#include "server/edge/router.h"
#include "server/identity/settings_sections.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::api {

/// A route of `/settings/…`: of the own tenant; an admin without X-Tenant acts on the platform's defaults,
/// and the handler's request then has an empty tenant.
edge::Route
settingsRoute(edge::Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler);

/// `/settings/answering`: how a tenant's customers are answered. @thread I/O
class AnsweringHandlers {
public:
    AnsweringHandlers(identity::SettingsSections& sections,
                      store::Database& database,
                      agents::AnsweringPreview& preview)
        : m_sections(sections), m_database(database), m_preview(preview)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer preview(edge::RequestContext& request);
    Answer shown(TenantId tenant, identity::SettingsSection section);

    identity::SettingsSections& m_sections;
    store::Database& m_database;
    agents::AnsweringPreview& m_preview;
};

} // namespace parley::server::api
