// SPDX-License-Identifier: MIT
#include "server/api/agent_handlers.h"

#include "server/api/agent_view.h"
#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

/// Room for 2,000 examples.
constexpr std::size_t kAgentBytes = 8 * 1024 * 1024;

Result<agents::AgentChanges> wanted(const RequestContext& request)
{
    auto body = request.jsonBody();
    return body ? agentChangesOf(*body) : fail(std::move(body).error());
}

AgentId idOf(const RequestContext& request)
{
    return AgentId{std::string(request.pathParameter("id"))};
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), Permission::ConfigureTenant, std::move(doc), std::move(handler));
    route.bodyLimitBytes = kAgentBytes;
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void AgentHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/agents",
                     {"The agents", "Configuration", "", "Agent[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(
        Method::Post,
        "/agents",
        {"Adds an agent; the next message may be its", "Configuration", "AgentRequest", "Agent", 201, {}},
        [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/agents/{id}",
                     {"One agent", "Configuration", "", "Agent", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/agents/{id}",
                     {"Changes an agent", "Configuration", "AgentPatch", "Agent", 200, {}},
                     [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/agents/{id}",
                     {"Removes an agent", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
}

AgentHandlers::Answer AgentHandlers::list(RequestContext& request)
{
    return listed(request, m_catalog, agentView);
}

AgentHandlers::Answer AgentHandlers::create(RequestContext& request)
{
    auto changes = wanted(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    if (!changes->name || !changes->kind) {
        co_return failField(changes->name ? "kind" : "name", "is required");
    }
    auto work = m_catalog.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), agentView);
}

AgentHandlers::Answer AgentHandlers::get(RequestContext& request)
{
    return shown(200, m_catalog.get(request.tenant, idOf(request)), agentView);
}

AgentHandlers::Answer AgentHandlers::update(RequestContext& request)
{
    auto changes = wanted(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_catalog.update(request.tenant, idOf(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), agentView);
}

AgentHandlers::Answer AgentHandlers::remove(RequestContext& request)
{
    return removed(m_catalog.remove(request.tenant, idOf(request), actorOf(request)));
}

} // namespace parley::server::api
