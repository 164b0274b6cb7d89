// SPDX-License-Identifier: MIT
#include "server/api/permission_matrix.h"

#include "server/api/openapi_operation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::api {

namespace {

using security::Role;
using security::Scope;

constexpr std::array kRoles{Role::Anonymous, Role::ChatUser, Role::Supporter, Role::TenantUser, Role::Admin};
constexpr std::array kScopes{Scope::Chat, Scope::Read, Scope::Manage};

std::string upperMethod(edge::Method method)
{
    std::string name(openApiMethod(method));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        return static_cast<char>(c - 'a' + 'A');
    });
    return name;
}

} // namespace

std::vector<std::string> rolesWith(security::Permission permission)
{
    std::vector<std::string> names;
    for (const Role role : kRoles) {
        if (allows(role, {}, permission)) {
            names.emplace_back(roleName(role));
        }
    }
    if (allows(Role::ApiClient, {}, permission)) {
        names.emplace_back(roleName(Role::ApiClient));
        return names;
    }
    for (const Scope scope : kScopes) {
        security::ScopeSet only;
        only.add(scope);
        if (allows(Role::ApiClient, only, permission)) {
            names.push_back(std::string(roleName(Role::ApiClient)) + ":" + std::string(scopeName(scope)));
        }
    }
    return names;
}

nlohmann::json permissionMatrix(std::span<const edge::Route> routes)
{
    nlohmann::json matrix = nlohmann::json::array();
    for (const edge::Route& route : routes) {
        matrix.push_back({{"method", upperMethod(route.method)},
                          {"path", route.pattern},
                          {"permission", security::permissionName(route.permission)},
                          {"roles", rolesWith(route.permission)},
                          {"tenant_required", route.tenant == edge::TenantRule::Required}});
    }
    return matrix;
}

std::string permissionMatrixMarkdown(std::span<const edge::Route> routes)
{
    std::string out = "| Route | Permission | Who |\n|---|---|---|\n";
    for (const edge::Route& route : routes) {
        std::string who;
        for (const std::string& role : rolesWith(route.permission)) {
            who += (who.empty() ? "" : ", ") + role;
        }
        out += "| `" + upperMethod(route.method) + " " + route.pattern + "` | `" +
               std::string(security::permissionName(route.permission)) + "` | " + who + " |\n";
    }
    return out;
}

} // namespace parley::server::api
