// SPDX-License-Identifier: MIT
#include "server/api/canned_response_handlers.h"

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

/// Sizes are the catalog's to judge.
constexpr std::size_t kAnyLength = 100'000;

nlohmann::json viewOf(const store::CannedResponseRow& row)
{
    nlohmann::json json = desk::CannedResponseKind::view(row);
    json["id"] = row.id;
    return json;
}

Result<desk::CannedResponses::Changes> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const auto text = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.text(field, 0, kAnyLength)) : std::nullopt;
    };
    desk::CannedResponses::Changes changes{text("shortcut"), text("title"), text("text")};
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    const auto permission = method == Method::Get ? Permission::DeskRead : Permission::DeskWrite;
    edge::Route route = makeRoute(method, std::move(pattern), permission, std::move(doc), std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void CannedResponseHandlers::addRoutes(edge::Router& router)
{
    const std::string all = "/canned-responses";
    const std::string one = all + "/{id}";
    const auto doc = [](std::string_view summary, std::string_view asks, std::string_view gives, int status) {
        edge::RouteDoc made{summary, "Desk", asks, gives, status, {}};
        if (gives.ends_with("[]")) {
            made.queryParameters = {"limit", "cursor"};
        }
        return made;
    };
    router.add(route(Method::Get,
                     all,
                     doc("Texts that supporters send often", "", "CannedResponse[]", 200),
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Post,
                     all,
                     doc("Adds a text", "CannedResponseRequest", "CannedResponse", 201),
                     [this](RequestContext& request) { return create(request); }));
    router.add(
        route(Method::Get, one, doc("One text", "", "CannedResponse", 200), [this](RequestContext& request) {
            return get(request);
        }));
    router.add(route(Method::Patch,
                     one,
                     doc("Changes a text", "CannedResponsePatch", "CannedResponse", 200),
                     [this](RequestContext& request) { return update(request); }));
    router.add(
        route(Method::Delete, one, doc("Removes a text", "", "", 204), [this](RequestContext& request) {
            return remove(request);
        }));
}

CannedResponseHandlers::Answer CannedResponseHandlers::list(RequestContext& request)
{
    return listed(request, m_responses, viewOf);
}

CannedResponseHandlers::Answer CannedResponseHandlers::create(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_responses.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), viewOf);
}

CannedResponseHandlers::Answer CannedResponseHandlers::get(RequestContext& request)
{
    return shown(200, m_responses.get(request.tenant, pathId(request)), viewOf);
}

CannedResponseHandlers::Answer CannedResponseHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_responses.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), viewOf);
}

CannedResponseHandlers::Answer CannedResponseHandlers::remove(RequestContext& request)
{
    return removed(m_responses.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
