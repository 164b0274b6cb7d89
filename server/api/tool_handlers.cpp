// SPDX-License-Identifier: MIT
#include "server/api/tool_handlers.h"

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

constexpr std::size_t kAnyLength = 1'000'000;
/// A tool's own limit is at most 60 s.
constexpr auto kTestLimit = std::chrono::seconds(65);

nlohmann::json toolView(const store::ToolRow& row)
{
    return {{"id", row.id.value},
            {"name", row.name},
            {"description", row.description},
            {"kind", row.kind},
            {"priority", row.priority},
            {"input_schema", nlohmann::json::parse(row.inputSchema, nullptr, false)},
            {"config", nlohmann::json::parse(row.config, nullptr, false)},
            {"enabled", row.enabled},
            {"is_write", row.isWrite},
            {"is_personal", row.isPersonal},
            {"version", row.version},
            {"created_ts", toRfc3339(row.createdMs)},
            {"updated_ts", toRfc3339(row.updatedMs)}};
}

nlohmann::json callView(const store::ToolCallRow& row)
{
    nlohmann::json view = {{"id", row.effectKey},
                           {"run_id", row.run.value},
                           {"session_id", row.conversation.value},
                           {"tool", row.tool},
                           {"status", row.status},
                           {"problem", row.problem.empty() ? nlohmann::json() : nlohmann::json(row.problem)},
                           {"created_ts", toRfc3339(row.createdMs)},
                           {"finished_ts", nullptr}};
    if (row.finishedMs) {
        view["finished_ts"] = toRfc3339(*row.finishedMs);
    }
    return view;
}

std::optional<nlohmann::json> objectOf(const nlohmann::json& body, const char* field, Decoder& fields)
{
    if (!body.contains(field) || body[field].is_null()) {
        return std::nullopt;
    }
    if (!body[field].is_object()) {
        fields.fault(field, "must be an object");
        return std::nullopt;
    }
    return std::optional<nlohmann::json>(body[field]);
}

/// The fields of the body that are there. Sizes and contents are the catalog's to judge.
Result<tools::ToolChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    tools::ToolChanges changes;
    const auto text = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.text(field, 0, kAnyLength)) : std::nullopt;
    };
    const auto flag = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.boolean(field, true)) : std::nullopt;
    };
    changes.name = text("name");
    changes.kind = text("kind");
    changes.description = text("description");
    changes.enabled = flag("enabled");
    changes.isWrite = flag("is_write");
    changes.isPersonal = flag("is_personal");
    if (fields.has("priority")) {
        changes.priority = fields.integer("priority", -1'000, 1'000);
    }
    changes.inputSchema = objectOf(*body, "input_schema", fields);
    changes.config = objectOf(*body, "config", fields);
    for (const char* field : {"command", "args"}) {
        if (body->contains(field)) {
            fields.fault(field,
                         "a command cannot be given over the API; the operator declares it in the daemon's "
                         "configuration file as mcp.servers.<name>");
        }
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

store::ToolId idOf(const RequestContext& request)
{
    return store::ToolId{std::string(request.pathParameter("id"))};
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), Permission::ConfigureTenant, std::move(doc), std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void ToolHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/tools",
                     {"The tools", "Configuration", "", "Tool[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Post,
                     "/tools",
                     {"Adds a tool; agents that name it may call it at the next message",
                      "Configuration",
                      "ToolRequest",
                      "Tool",
                      201,
                      {}},
                     [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/tools/{id}",
                     {"One tool; its secrets are masked", "Configuration", "", "Tool", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(
        route(Method::Patch,
              "/tools/{id}",
              {"Changes a tool; a mask keeps the secret", "Configuration", "ToolPatch", "Tool", 200, {}},
              [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/tools/{id}",
                     {"Removes a tool", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
    edge::Route trial = route(Method::Post,
                              "/tools/{id}/test",
                              {"Calls a tool", "Configuration", "ToolTestRequest", "ToolTestResult", 200, {}},
                              [this](RequestContext& request) { return test(request); });
    trial.idempotent = false;
    trial.timeout = kTestLimit + std::chrono::seconds(5);
    router.add(std::move(trial));
    router.add(route(Method::Get,
                     "/tool-calls",
                     {"Calls that changed something, or may have",
                      "Configuration",
                      "",
                      "ToolCallNote[]",
                      200,
                      {"limit", "cursor", "status"}},
                     [this](RequestContext& request) { return calls(request); }));
}

ToolHandlers::Answer ToolHandlers::list(RequestContext& request)
{
    return listed(request, m_catalog, toolView);
}

ToolHandlers::Answer ToolHandlers::create(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    if (!changes->name || !changes->kind) {
        co_return failField(changes->name ? "kind" : "name", "is required");
    }
    auto work = m_catalog.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), toolView);
}

ToolHandlers::Answer ToolHandlers::get(RequestContext& request)
{
    return shown(200, m_catalog.get(request.tenant, idOf(request)), toolView);
}

ToolHandlers::Answer ToolHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_catalog.update(request.tenant, idOf(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), toolView);
}

ToolHandlers::Answer ToolHandlers::remove(RequestContext& request)
{
    return removed(m_catalog.remove(request.tenant, idOf(request), actorOf(request)));
}

ToolHandlers::Answer ToolHandlers::test(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    tools::ToolTrial trial;
    trial.input = objectOf(*body, "input", fields).value_or(nlohmann::json::object());
    trial.customer = objectOf(*body, "customer", fields).value_or(nlohmann::json::object());
    trial.isDry = fields.boolean("dry_run", false);
    for (const auto& [name, value] : trial.customer.items()) {
        if (!value.is_string()) {
            fields.fault("customer." + name, "must be a text");
        }
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto row = co_await m_catalog.get(request.tenant, idOf(request));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    const runtime::Budget budget = runtime::Budget::of(kTestLimit);
    auto outcome = co_await m_tools.test(request.tenant, *std::move(row), std::move(trial), budget);
    if (!outcome) {
        co_return fail(std::move(outcome).error());
    }
    const nlohmann::json view = {{"output", outcome->output},
                                 {"status", tools::toolStatusName(outcome->status)},
                                 {"problem",
                                  outcome->problem.empty() ? nlohmann::json()
                                                           : nlohmann::json(outcome->problem)},
                                 {"input", outcome->input},
                                 {"duration_ms", outcome->durationMs}};
    co_return Response::json(200, view);
}

ToolHandlers::Answer ToolHandlers::calls(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    store::ToolCallFilter filter;
    filter.limit = *limit;
    filter.before = request.request.parameter("cursor").value_or("");
    filter.status = request.request.parameter("status").value_or("");
    const bool isKnown = filter.status.empty() || filter.status == "pending" || filter.status == "done" ||
                         filter.status == "failed" || filter.status == "unknown";
    if (!isKnown) {
        co_return failField("status", "must be pending, done, failed or unknown");
    }
    auto rows = co_await m_tools.ledger().list(request.tenant, std::move(filter));
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, callView, *limit);
}

} // namespace parley::server::api
