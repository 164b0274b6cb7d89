// SPDX-License-Identifier: MIT
#include "server/api/agent_handlers.h"
#include "server/api/agent_view.h"
#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::int64_t kAnyVersion = 1'000'000'000;

nlohmann::json authorView(const agents::AgentVersion& version)
{
    const store::AgentVersionRow& row = version.row;
    if (row.actorId.empty()) {
        return nullptr;
    }
    return {{"id", row.actorId},
            {"name", version.authorName.empty() ? nlohmann::json() : nlohmann::json(version.authorName)},
            {"role", row.actorRole}};
}

nlohmann::json versionView(const agents::AgentVersion& version)
{
    nlohmann::json json = version.snapshot.is_object() ? version.snapshot : nlohmann::json::object();
    if (json.value("model", std::string()).empty()) {
        json["model"] = nullptr;
    }
    json["version"] = version.row.version;
    json["change"] = version.row.change;
    json["restored_version"] = nullptr;
    if (version.row.restored) {
        json["restored_version"] = *version.row.restored;
    }
    json["author"] = authorView(version);
    json["created_ts"] = toRfc3339(version.row.createdMs);
    json["changes"] = version.changes;
    return json;
}

/// A version's number; empty where the text is none.
std::optional<std::int64_t> versionOf(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = failed == std::errc() && end == text.data() + text.size() && value > 0;
    return isNumber ? std::optional(value) : std::nullopt;
}

AgentId idOf(const RequestContext& request)
{
    return AgentId{std::string(request.pathParameter("id"))};
}

} // namespace

void AgentVersionHandlers::addRoutes(edge::Router& router)
{
    router.add(makeRoute(Method::Get,
                         "/agents/{id}/versions",
                         Permission::ConfigureTenant,
                         {"What an agent was, newest first, with what each change changed",
                          "Configuration",
                          "",
                          "AgentVersion[]",
                          200,
                          {"limit", "cursor"}},
                         [this](RequestContext& request) { return list(request); }));
    router.add(makeRoute(Method::Get,
                         "/agents/{id}/versions/{version}",
                         Permission::ConfigureTenant,
                         {"One version of an agent", "Configuration", "", "AgentVersion", 200, {}},
                         [this](RequestContext& request) { return get(request); }));
    auto route = makeRoute(Method::Post,
                           "/agents/{id}/rollback",
                           Permission::ConfigureTenant,
                           {"Makes an agent again what it was: a new version equal to an old one",
                            "Configuration",
                            "AgentRollbackRequest",
                            "Agent",
                            200,
                            {}},
                           [this](RequestContext& request) { return rollback(request); });
    route.idempotent = true;
    router.add(std::move(route));
}

AgentVersionHandlers::Answer AgentVersionHandlers::list(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    std::optional<std::int64_t> before;
    if (const auto cursor = request.request.parameter("cursor")) {
        before = versionOf(*cursor);
        if (!before) {
            co_return failField("cursor", "must be a next_cursor of this list");
        }
    }
    auto versions = co_await m_history.list(request.tenant, idOf(request), before, *limit);
    if (!versions) {
        co_return fail(std::move(versions).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const agents::AgentVersion& version : *versions) {
        items.push_back(versionView(version));
    }
    // A page may end early, where versions are large: the first version has none before it.
    const bool isEnd = versions->empty() || versions->back().row.version == 1;
    co_return listResponse(std::move(items),
                           isEnd ? std::string() : std::to_string(versions->back().row.version));
}

AgentVersionHandlers::Answer AgentVersionHandlers::get(RequestContext& request)
{
    const auto number = versionOf(request.pathParameter("version"));
    if (!number) {
        co_return fail(ErrorCode::NotFound, "This version of the agent is not kept.");
    }
    auto version = co_await m_history.get(request.tenant, idOf(request), *number);
    if (!version) {
        co_return fail(std::move(version).error());
    }
    co_return Response::json(200, versionView(*version));
}

AgentVersionHandlers::Answer AgentVersionHandlers::rollback(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const std::int64_t version = fields.integer("version", 1, kAnyVersion);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto row = co_await m_catalog.rollback(request.tenant, idOf(request), version, actorOf(request));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, agentView(*row));
}

} // namespace parley::server::api
