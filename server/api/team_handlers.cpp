// SPDX-License-Identifier: MIT
#include "server/api/team_handlers.h"

#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "server/store/user_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

/// Sizes are the catalog's to judge.
constexpr std::size_t kAnyLength = 100'000;
constexpr std::size_t kHoursBytes = 4'096;
constexpr std::size_t kMostMembers = 500;

nlohmann::json viewOf(const store::TeamRow& row)
{
    nlohmann::json json = desk::TeamKind::view(row);
    json["id"] = row.id;
    return json;
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    // Whoever hands a case on has to know the teams.
    const auto permission = method == Method::Get ? Permission::DeskRead : Permission::ConfigureTenant;
    edge::Route route = makeRoute(method, std::move(pattern), permission, std::move(doc), std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void TeamHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/teams",
                     {"The teams", "Configuration", "", "Team[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Post,
                     "/teams",
                     {"Adds a team", "Configuration", "TeamRequest", "Team", 201, {}},
                     [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/teams/{id}",
                     {"One team", "Configuration", "", "Team", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/teams/{id}",
                     {"Changes a team", "Configuration", "TeamRequest", "Team", 200, {}},
                     [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/teams/{id}",
                     {"Removes a team; its cases stay in the queue", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
}

boost::asio::awaitable<Result<desk::Teams::Changes>> TeamHandlers::changesOf(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    desk::Teams::Changes changes;
    if (fields.has("name")) {
        changes.name = fields.text("name", 0, kAnyLength);
    }
    if (fields.has("categories")) {
        changes.categories = fields.texts("categories", kAnyLength, kAnyLength);
    }
    if (fields.has("members")) {
        changes.members = fields.texts("members", kMostMembers, kAnyLength);
    }
    if (body->contains("hours")) {
        changes.hours = fields.optionalObject("hours", kHoursBytes);
    }
    if (fields.has("capacity")) {
        changes.capacity = fields.integer("capacity", 0, kAnyLength);
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto job = [&](store::ReadTransaction& tx) -> Result<void> {
        for (const std::string& member : changes.members.value_or(std::vector<std::string>())) {
            auto user = store::UserRepository().find(tx, UserId{member});
            if (!user) {
                return fail(std::move(user).error());
            }
            if (!*user || (*user)->tenant != request.tenant || (*user)->status == "deleted") {
                return failField("members", "must be users of this tenant: " + member + " is none");
            }
        }
        return {};
    };
    auto platform = store::Scope::platform();
    auto known = co_await m_database.read(platform, job);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    co_return changes;
}

TeamHandlers::Answer TeamHandlers::list(RequestContext& request)
{
    return listed(request, m_teams, viewOf);
}

TeamHandlers::Answer TeamHandlers::create(RequestContext& request)
{
    auto changes = co_await changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_teams.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), viewOf);
}

TeamHandlers::Answer TeamHandlers::get(RequestContext& request)
{
    return shown(200, m_teams.get(request.tenant, pathId(request)), viewOf);
}

TeamHandlers::Answer TeamHandlers::update(RequestContext& request)
{
    auto changes = co_await changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_teams.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), viewOf);
}

TeamHandlers::Answer TeamHandlers::remove(RequestContext& request)
{
    return removed(m_teams.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
