// SPDX-License-Identifier: MIT
#include "server/api/agent_handlers.h"

#include "server/api/decode.h"
#include "server/api/principals.h"
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
constexpr std::size_t kAnyLength = 1'000'000;

nlohmann::json agentView(const store::AgentRow& row)
{
    nlohmann::json json = {{"id", row.id.value},
                           {"name", row.name},
                           {"kind", row.kind},
                           {"description", row.description},
                           {"enabled", row.enabled},
                           {"priority", row.priority},
                           {"model", row.model.empty() ? nlohmann::json() : nlohmann::json(row.model)},
                           {"system_prompt", row.systemPrompt},
                           {"tools", agents::textsOf(row.tools)},
                           {"examples", agents::textsOf(row.examples)},
                           {"intents", agents::textsOf(row.intents)},
                           {"confidence_threshold", nullptr},
                           {"version", row.version},
                           {"created_ts", toRfc3339(row.createdMs)},
                           {"updated_ts", toRfc3339(row.updatedMs)}};
    if (row.confidenceThreshold) {
        json["confidence_threshold"] = *row.confidenceThreshold;
    }
    return json;
}

/// The fields of the body that are there. Sizes are the catalog's to judge.
Result<agents::AgentChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    agents::AgentChanges changes;
    const auto text = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.text(field, 0, kAnyLength)) : std::nullopt;
    };
    const auto list = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.texts(field, kAnyLength, kAnyLength)) : std::nullopt;
    };
    changes.name = text("name");
    changes.kind = text("kind");
    changes.description = text("description");
    changes.model = text("model");
    changes.systemPrompt = text("system_prompt");
    changes.tools = list("tools");
    changes.examples = list("examples");
    changes.intents = list("intents");
    if (fields.has("enabled")) {
        changes.enabled = fields.boolean("enabled", true);
    }
    if (fields.has("priority")) {
        changes.priority = fields.integer("priority", -1'000, 1'000);
    }
    if (body->contains("confidence_threshold")) {
        changes.confidenceThreshold = fields.optionalNumber("confidence_threshold", 0, 1);
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
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

boost::asio::awaitable<Result<Response>> shown(int status,
                                               boost::asio::awaitable<Result<store::AgentRow>> work)
{
    auto row = co_await std::move(work);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(status, agentView(*row));
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
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows =
        co_await m_catalog.list(request.tenant, request.request.parameter("cursor").value_or(""), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, agentView, *limit);
}

AgentHandlers::Answer AgentHandlers::create(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    if (!changes->name || !changes->kind) {
        co_return failField(changes->name ? "kind" : "name", "is required");
    }
    co_return co_await shown(201, m_catalog.create(request.tenant, *std::move(changes), actorOf(request)));
}

AgentHandlers::Answer AgentHandlers::get(RequestContext& request)
{
    return shown(200, m_catalog.get(request.tenant, idOf(request)));
}

AgentHandlers::Answer AgentHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_catalog.update(request.tenant, idOf(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work));
}

AgentHandlers::Answer AgentHandlers::remove(RequestContext& request)
{
    auto removed = co_await m_catalog.remove(request.tenant, idOf(request), actorOf(request));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Response::empty(204);
}

} // namespace parley::server::api
