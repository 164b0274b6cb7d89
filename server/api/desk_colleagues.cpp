// SPDX-License-Identifier: MIT
// Who answers for the tenant, for those who are colleagues: whom a note can name, and who it is.
#include "server/api/desk_handlers.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "server/store/database.h"
#include "server/store/user_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

void DeskHandlers::addColleagueRoutes(edge::Router& router)
{
    router.add(makeRoute(edge::Method::Get,
                         "/colleagues",
                         security::Permission::DeskRead,
                         {"The people who can sign in for this tenant: whom a note can name",
                          "Desk",
                          "",
                          "Colleague[]",
                          200,
                          {"limit", "cursor"}},
                         [this](edge::RequestContext& request) { return colleagues(request); }));
}

DeskHandlers::Answer DeskHandlers::colleagues(edge::RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    const std::string after = request.request.parameter("cursor").value_or(std::string());
    auto job = [&](store::ReadTransaction& tx) {
        return store::UserRepository().list(tx, request.tenant, after, *limit);
    };
    auto platform = store::Scope::platform();
    auto rows = co_await m_services.services.database.read(platform, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const store::UserRow& row : *rows) {
        if (row.status == "active") {
            items.push_back(
                {{"id", row.id.value}, {"name", row.displayName}, {"email", row.email}, {"role", row.role}});
        }
    }
    const bool isFull = rows->size() == static_cast<std::size_t>(*limit);
    co_return listResponse(std::move(items), isFull ? rows->back().id.value : std::string());
}

} // namespace parley::server::api
