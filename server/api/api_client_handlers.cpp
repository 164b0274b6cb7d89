// SPDX-License-Identifier: MIT
#include "server/api/api_client_handlers.h"

#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

constexpr std::int64_t kMostRequests = 1'000'000;

nlohmann::json clientView(const store::ApiClientRow& row)
{
    nlohmann::json scopes = nlohmann::json::array();
    std::istringstream names(row.scopes);
    for (std::string name; names >> name;) {
        scopes.push_back(std::move(name));
    }
    return {{"id", row.id},
            {"name", row.name},
            {"client_id", row.clientId},
            {"scopes", std::move(scopes)},
            {"requests_per_minute", row.requestsPerMinute},
            {"created_ts", toRfc3339(row.createdMs)}};
}

Result<identity::ApiClientChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::ApiClientChanges changes;
    if (fields.has("name")) {
        changes.name = fields.text("name", 1, 255);
    }
    if (fields.has("scopes")) {
        changes.scopes = fields.texts("scopes", 8, 32);
    }
    if (fields.has("requests_per_minute")) {
        changes.requestsPerMinute = static_cast<int>(fields.integer("requests_per_minute", 1, kMostRequests));
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(method,
                                  std::move(pattern),
                                  security::Permission::ConfigureTenant,
                                  std::move(doc),
                                  std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void ApiClientHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/api-clients",
                     {"Machine clients", "Administration", "", "ApiClient[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(
        route(Method::Post,
              "/api-clients",
              {"Adds a machine client", "Administration", "ApiClientRequest", "ApiClientCreated", 201, {}},
              [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/api-clients/{id}",
                     {"One machine client", "Administration", "", "ApiClient", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/api-clients/{id}",
                     {"Changes a machine client", "Administration", "ApiClientPatch", "ApiClient", 200, {}},
                     [this](RequestContext& request) { return update(request); }));
    router.add(
        route(Method::Delete,
              "/api-clients/{id}",
              {"Removes a machine client; its tokens are refused at once", "Administration", "", "", 204, {}},
              [this](RequestContext& request) { return remove(request); }));
}

ApiClientHandlers::Answer ApiClientHandlers::list(RequestContext& request)
{
    return listed(request, m_clients, clientView);
}

ApiClientHandlers::Answer ApiClientHandlers::create(RequestContext& request)
{
    auto wanted = changesOf(request);
    if (!wanted) {
        co_return fail(std::move(wanted).error());
    }
    if (!wanted->name || !wanted->scopes) {
        co_return failField(wanted->name ? "scopes" : "name", "is required");
    }
    identity::NewApiClient client;
    client.name = *std::move(wanted->name);
    client.scopes = *std::move(wanted->scopes);
    if (wanted->requestsPerMinute) {
        client.requestsPerMinute = wanted->requestsPerMinute;
    }
    auto created = co_await m_clients.create(request.tenant, std::move(client), actorOf(request));
    if (!created) {
        co_return fail(std::move(created).error());
    }
    nlohmann::json view = clientView(created->row);
    view["client_secret"] = created->secret.reveal();
    co_return Response::json(201, view);
}

ApiClientHandlers::Answer ApiClientHandlers::get(RequestContext& request)
{
    return shown(200, m_clients.get(request.tenant, pathId(request)), clientView);
}

ApiClientHandlers::Answer ApiClientHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_clients.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), clientView);
}

ApiClientHandlers::Answer ApiClientHandlers::remove(RequestContext& request)
{
    return removed(m_clients.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
