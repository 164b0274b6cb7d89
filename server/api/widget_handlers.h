// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/sessions.h"
#include "server/edge/router.h"
#include "server/identity/tenant_directory.h"
#include "server/security/fernet.h"
#include "server/security/jwt.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// How a tenant's widget looks and what it says before the first message.
struct WidgetBranding {
    /// JSON object: title, greeting, colors, position, locale, suggested_questions, ask_email.
    std::function<nlohmann::json(const identity::TenantRecord&)> of;
};

/// What anyone with a widget's public key may do: read the branding and open a session. @thread I/O
class WidgetHandlers {
public:
    WidgetHandlers(desk::Sessions& sessions,
                   const identity::TenantDirectory& tenants,
                   const security::SigningKeys& keys,
                   const security::Fernet& fernet,
                   const Clock& clock,
                   WidgetBranding branding);

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
    const security::SigningKeys& m_keys;
    const security::Fernet& m_fernet;
    const Clock& m_clock;
    WidgetBranding m_branding;
};

} // namespace parley::server::api
