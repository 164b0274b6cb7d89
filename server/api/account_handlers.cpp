// SPDX-License-Identifier: MIT
#include "server/api/account_handlers.h"

#include "server/agents/agent_rules.h"
#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "server/identity/tenant_permissions.h"
#include "server/llm/provider_kinds.h"
#include "server/tools/tool_config.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

edge::Route route(Method method,
                  std::string pattern,
                  Permission permission,
                  edge::TenantRule tenant,
                  edge::RouteDoc doc,
                  edge::Handler handler)
{
    edge::Route route = makeRoute(method, std::move(pattern), permission, std::move(doc), std::move(handler));
    route.tenant = tenant;
    route.idempotent = method == Method::Post && tenant != edge::TenantRule::None;
    return route;
}

nlohmann::json parsed(const std::string& text, nlohmann::json otherwise)
{
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_discarded() ? std::move(otherwise) : std::move(json);
}

nlohmann::json tenantView(const store::TenantRow& row)
{
    return {{"id", row.id.value},
            {"slug", row.slug},
            {"name", row.name},
            {"plan", row.plan},
            {"public_key", row.publicKey},
            {"ticket_prefix", row.ticketPrefix},
            {"status", row.status},
            {"permissions", parsed(row.permissions, nlohmann::json::object())},
            {"allowed_origins", parsed(row.allowedOrigins, nlohmann::json::array())},
            {"created_ts", toRfc3339(row.createdMs)}};
}

nlohmann::json userView(const store::UserRow& row)
{
    return {{"id", row.id.value},
            {"email", row.email},
            {"display_name", row.displayName},
            {"role", row.role},
            {"tenant_id", row.tenant.isEmpty() ? nlohmann::json() : nlohmann::json(row.tenant.value)},
            {"status", row.status},
            {"created_ts", toRfc3339(row.createdMs)}};
}

} // namespace

void AccountHandlers::addRoutes(edge::Router& router)
{
    using edge::TenantRule;
    router.add(route(Method::Get,
                     "/tenants",
                     Permission::TenantsManage,
                     TenantRule::None,
                     {"All tenants", "Administration", "", "Tenant[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return listTenants(request); }));
    router.add(route(
        Method::Post,
        "/tenants",
        Permission::TenantsManage,
        TenantRule::None,
        {"Makes a tenant that can answer at once", "Administration", "TenantRequest", "Tenant", 201, {}},
        [this](RequestContext& request) { return createTenant(request); }));
    router.add(route(Method::Get,
                     "/tenants/{id}",
                     Permission::TenantsManage,
                     TenantRule::None,
                     {"One tenant, by id or slug", "Administration", "", "Tenant", 200, {}},
                     [this](RequestContext& request) { return getTenant(request); }));
    router.add(route(Method::Patch,
                     "/tenants/{id}",
                     Permission::TenantsManage,
                     TenantRule::None,
                     {"Changes a tenant", "Administration", "TenantPatch", "Tenant", 200, {}},
                     [this](RequestContext& request) { return patchTenant(request); }));
    router.add(route(Method::Delete,
                     "/tenants/{id}",
                     Permission::TenantsManage,
                     TenantRule::None,
                     {"Shuts a tenant for good; nobody gets its slug", "Administration", "", "", 204, {}},
                     [this](RequestContext& request) { return removeTenant(request); }));
    router.add(route(Method::Get,
                     "/users",
                     Permission::UsersManage,
                     TenantRule::Optional,
                     {"The people of a tenant", "Administration", "", "User[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return listUsers(request); }));
    router.add(route(Method::Post,
                     "/users",
                     Permission::UsersManage,
                     TenantRule::Optional,
                     {"Adds a person", "Administration", "UserRequest", "User", 201, {}},
                     [this](RequestContext& request) { return createUser(request); }));
    router.add(route(Method::Get,
                     "/users/{id}",
                     Permission::UsersManage,
                     TenantRule::Optional,
                     {"One person", "Administration", "", "User", 200, {}},
                     [this](RequestContext& request) { return getUser(request); }));
    router.add(route(Method::Patch,
                     "/users/{id}",
                     Permission::UsersManage,
                     TenantRule::Optional,
                     {"Changes a person; another role, status or password ends the old tokens",
                      "Administration",
                      "UserPatch",
                      "User",
                      200,
                      {}},
                     [this](RequestContext& request) { return patchUser(request); }));
    router.add(route(
        Method::Delete,
        "/users/{id}",
        Permission::UsersManage,
        TenantRule::Optional,
        {"Removes a person; tokens and open links are refused at once", "Administration", "", "", 204, {}},
        [this](RequestContext& request) { return removeUser(request); }));
}

AccountHandlers::Answer AccountHandlers::createTenant(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::NewTenant wanted;
    wanted.slug = fields.text("slug", 1, 63);
    wanted.name = fields.text("name", 1, 255);
    wanted.plan = fields.optionalText("plan", 32);
    wanted.ticketPrefix = fields.optionalText("ticket_prefix", 16);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto work = m_services.tenants.create(std::move(wanted), actorOf(request));
    co_return co_await shown(201, std::move(work), tenantView);
}

AccountHandlers::Answer AccountHandlers::listTenants(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows = co_await m_services.tenants.list(request.request.parameter("cursor").value_or(""), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, tenantView, *limit);
}

AccountHandlers::Answer AccountHandlers::getTenant(RequestContext& request)
{
    return shown(200, m_services.tenants.get(pathId(request)), tenantView);
}

AccountHandlers::Answer AccountHandlers::patchTenant(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::TenantChanges changes;
    if (fields.has("name")) {
        changes.name = fields.text("name", 1, 255);
    }
    if (fields.has("plan")) {
        changes.plan = fields.text("plan", 1, 32);
    }
    if (fields.has("status")) {
        changes.status = fields.oneOf("status", {"active", "suspended"}, "active");
    }
    if (fields.has("allowed_origins")) {
        changes.allowedOrigins = fields.texts("allowed_origins", 100, 255);
    }
    if (const std::string permissions = fields.optionalObject("permissions", 16 * 1024);
        !permissions.empty()) {
        changes.permissions = nlohmann::json::parse(permissions);
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    const identity::TenantPermissions::KnownKinds known{agents::agentKinds(),
                                                        tools::toolKinds(),
                                                        llm::providerKinds()};
    if (changes.permissions) {
        if (auto checked = identity::TenantPermissions::check(*changes.permissions, known); !checked) {
            co_return fail(std::move(checked).error());
        }
    }
    auto work = m_services.tenants.update(pathId(request), std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), tenantView);
}

AccountHandlers::Answer AccountHandlers::removeTenant(RequestContext& request)
{
    return removed(m_services.tenants.remove(pathId(request), actorOf(request)));
}

AccountHandlers::Answer AccountHandlers::createUser(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::NewUser wanted;
    wanted.tenant = request.tenant;
    wanted.email = fields.email("email");
    wanted.displayName = fields.text("display_name", 1, 255);
    if (!fields.has("role")) {
        fields.fault("role", "is required");
    }
    wanted.role = fields.oneOf("role", {"admin", "tenant_user", "supporter"}, "supporter");
    if (fields.has("password")) {
        wanted.password = security::Secret(fields.text("password", 1, 256));
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (wanted.tenant.isEmpty() && wanted.role != "admin") {
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.problem = "tenant_required";
        error.message = "Name the tenant by X-Tenant.";
        co_return fail(std::move(error));
    }
    auto work = m_services.users.create(std::move(wanted), actorOf(request));
    co_return co_await shown(201, std::move(work), userView);
}

AccountHandlers::Answer AccountHandlers::listUsers(RequestContext& request)
{
    return listed(request, m_services.users, userView);
}

AccountHandlers::Answer AccountHandlers::getUser(RequestContext& request)
{
    UserId id{pathId(request)};
    return shown(200, m_services.users.get(request.tenant, std::move(id)), userView);
}

AccountHandlers::Answer AccountHandlers::patchUser(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::UserChanges changes;
    if (fields.has("display_name")) {
        changes.displayName = fields.text("display_name", 1, 255);
    }
    if (fields.has("role")) {
        changes.role = fields.oneOf("role", {"admin", "tenant_user", "supporter"}, "supporter");
    }
    if (fields.has("status")) {
        changes.status = fields.oneOf("status", {"active", "disabled"}, "active");
    }
    if (fields.has("password")) {
        changes.password = security::Secret(fields.text("password", 1, 256));
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    UserId id{pathId(request)};
    auto work = m_services.users.update(request.tenant, std::move(id), std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), userView);
}

AccountHandlers::Answer AccountHandlers::removeUser(RequestContext& request)
{
    UserId id{pathId(request)};
    return removed(m_services.users.remove(request.tenant, std::move(id), actorOf(request)));
}

} // namespace parley::server::api
