// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_book.h"
#include "server/desk/sessions.h"
#include "server/desk/widget_settings.h"
#include "server/edge/router.h"
#include "server/identity/sign_in.h"
#include "server/identity/tenant_directory.h"
#include "server/identity/tenants.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What anyone with a widget's public key may do: read the branding and open a session. @thread I/O
class WidgetHandlers {
public:
    WidgetHandlers(desk::Sessions& sessions,
                   const identity::TenantDirectory& tenants,
                   const identity::Tenants& secrets,
                   identity::SignIn& signIn,
                   desk::WidgetSettings& settings,
                   channels::ChannelBook& channels);

    void addRoutes(edge::Router& router);

private:
    boost::asio::awaitable<Result<edge::Response>> config(edge::RequestContext& request);
    boost::asio::awaitable<Result<edge::Response>> open(edge::RequestContext& request);
    Result<bool> verify(const identity::TenantRecord& tenant,
                        const std::string& userId,
                        const std::string& email,
                        const std::string& hash) const;

    desk::Sessions& m_sessions;
    const identity::TenantDirectory& m_tenants;
    const identity::Tenants& m_secrets;
    identity::SignIn& m_signIn;
    desk::WidgetSettings& m_settings;
    channels::ChannelBook& m_channels;
};

} // namespace parley::server::api
