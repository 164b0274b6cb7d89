// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"

#include <string>
#include <utility>

namespace parley::server::api {

/// A route inside a tenant with the defaults of edge::Route; what differs is set on the result.
inline edge::Route makeRoute(edge::Method method,
                             std::string pattern,
                             security::Permission permission,
                             edge::RouteDoc doc,
                             edge::Handler handler)
{
    edge::Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.permission = permission;
    route.doc = std::move(doc);
    route.handler = std::move(handler);
    return route;
}

/// A route for anyone, outside all tenants.
inline edge::Route
publicRoute(edge::Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), security::Permission::Public, std::move(doc), std::move(handler));
    route.tenant = edge::TenantRule::None;
    return route;
}

} // namespace parley::server::api
