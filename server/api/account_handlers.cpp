// SPDX-License-Identifier: MIT
#include "server/api/account_handlers.h"

#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

#include <sstream>

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
    router.add(route(Method::Get,
                     "/api-clients",
                     Permission::ConfigureTenant,
                     TenantRule::Required,
                     {"Machine clients", "Administration", "", "ApiClient[]", 200, {"limit", "cursor"}},
                     [this](RequestContext& request) { return listApiClients(request); }));
    router.add(
        route(Method::Post,
              "/api-clients",
              Permission::ConfigureTenant,
              TenantRule::Required,
              {"Adds a machine client", "Administration", "ApiClientRequest", "ApiClientCreated", 201, {}},
              [this](RequestContext& request) { return createApiClient(request); }));
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
    auto created = co_await m_services.tenants.create(std::move(wanted), actorOf(request));
    if (!created) {
        co_return fail(std::move(created).error());
    }
    co_return Response::json(201, tenantView(*created));
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
    auto row = co_await m_services.tenants.get(std::string(request.pathParameter("id")));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, tenantView(*row));
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
    auto row = co_await m_services.tenants.update(std::string(request.pathParameter("id")),
                                                  std::move(changes),
                                                  actorOf(request));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, tenantView(*row));
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
    auto created = co_await m_services.users.create(std::move(wanted), actorOf(request));
    if (!created) {
        co_return fail(std::move(created).error());
    }
    co_return Response::json(201, userView(*created));
}

AccountHandlers::Answer AccountHandlers::listUsers(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows = co_await m_services.users.list(request.tenant,
                                               request.request.parameter("cursor").value_or(""),
                                               *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, userView, *limit);
}

AccountHandlers::Answer AccountHandlers::getUser(RequestContext& request)
{
    UserId id{std::string(request.pathParameter("id"))};
    auto row = co_await m_services.users.get(request.tenant, std::move(id));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, userView(*row));
}

AccountHandlers::Answer AccountHandlers::createApiClient(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    identity::NewApiClient wanted;
    wanted.name = fields.text("name", 1, 255);
    wanted.scopes = fields.texts("scopes", 8, 32);
    if (fields.has("requests_per_minute")) {
        wanted.requestsPerMinute = static_cast<int>(fields.integer("requests_per_minute", 1, 1'000'000));
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto created = co_await m_services.apiClients.create(request.tenant, std::move(wanted), actorOf(request));
    if (!created) {
        co_return fail(std::move(created).error());
    }
    nlohmann::json view = clientView(created->row);
    view["client_secret"] = created->secret.reveal();
    co_return Response::json(201, view);
}

AccountHandlers::Answer AccountHandlers::listApiClients(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows = co_await m_services.apiClients.list(request.tenant,
                                                    request.request.parameter("cursor").value_or(""),
                                                    *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, clientView, *limit);
}

} // namespace parley::server::api
