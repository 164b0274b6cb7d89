// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/widget_settings.h"
#include "server/edge/router.h"
#include "server/identity/settings_sections.h"
#include "server/identity/tenants.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/widget-config`: how a tenant's widget looks, on which sites it may run and whether customers must be
/// signed for. @thread I/O
class WidgetConfigHandlers {
public:
    WidgetConfigHandlers(identity::SettingsSections& sections,
                         desk::WidgetSettings& settings,
                         identity::Tenants& tenants)
        : m_sections(sections), m_settings(settings), m_tenants(tenants)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer rotateSecret(edge::RequestContext& request);
    Answer shown(TenantId tenant);

    identity::SettingsSections& m_sections;
    desk::WidgetSettings& m_settings;
    identity::Tenants& m_tenants;
};

} // namespace parley::server::api
