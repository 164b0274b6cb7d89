// SPDX-License-Identifier: MIT
#include "server/identity/tenant_permissions.h"

#include "server/store/tenant_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::identity {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 6> kQuotas{
    "agents", "tools", "documents", "users", "api_clients", "monthly_tokens"};
constexpr std::int64_t kMostQuota = 1'000'000'000'000;

bool isQuota(const json& value)
{
    return value.is_number_integer() && value.get<std::int64_t>() >= 0 &&
           value.get<std::int64_t>() <= kMostQuota;
}

TenantPermissions::Kinds kindsOf(const json& permissions, const char* field)
{
    if (!permissions.contains(field) || !permissions[field].is_array()) {
        return std::nullopt;
    }
    std::vector<std::string> kinds;
    for (const json& kind : permissions[field]) {
        if (kind.is_string()) {
            kinds.push_back(kind.get<std::string>());
        }
    }
    return kinds;
}

std::string listOf(std::span<const std::string_view> names)
{
    std::string list;
    for (const std::string_view name : names) {
        list.append(list.empty() ? "" : ", ").append(name);
    }
    return list;
}

void checkKinds(const json& kinds,
                const std::string& field,
                std::span<const std::string_view> known,
                std::vector<FieldError>& faults)
{
    const bool isKnown =
        kinds.is_null() ||
        (kinds.is_array() && std::all_of(kinds.begin(), kinds.end(), [&](const json& kind) {
             return kind.is_string() && std::ranges::find(known, kind.get<std::string>()) != known.end();
         }));
    if (!isKnown) {
        faults.push_back({field, "must be a list of " + listOf(known)});
    }
}

void checkQuotas(const json& quotas, std::vector<FieldError>& faults)
{
    if (!quotas.is_object()) {
        faults.push_back({"permissions.quotas", "must be an object"});
        return;
    }
    for (const auto& [name, value] : quotas.items()) {
        const std::string field = "permissions.quotas." + name;
        if (std::ranges::find(kQuotas, name) == kQuotas.end()) {
            faults.push_back({field, "is no quota; there are " + listOf(kQuotas)});
        } else if (!isQuota(value)) {
            faults.push_back({field, "must be a whole number from 0"});
        }
    }
}

} // namespace

bool TenantPermissions::allows(const Kinds& kinds, std::string_view kind)
{
    return !kinds || std::ranges::find(*kinds, kind) != kinds->end();
}

std::int64_t TenantPermissions::most(std::string_view quota, std::int64_t otherwise) const
{
    const auto found = quotas.find(quota);
    return found == quotas.end() ? otherwise : std::min(found->second, otherwise);
}

std::span<const std::string_view> TenantPermissions::quotaNames()
{
    return kQuotas;
}

TenantPermissions TenantPermissions::of(const std::string& stored)
{
    TenantPermissions permissions;
    const json parsed = json::parse(stored, nullptr, false);
    if (!parsed.is_object()) {
        return permissions;
    }
    permissions.agentKinds = kindsOf(parsed, "agent_kinds");
    permissions.toolKinds = kindsOf(parsed, "tool_kinds");
    permissions.providers = kindsOf(parsed, "providers");
    if (parsed.contains("quotas") && parsed["quotas"].is_object()) {
        for (const auto& [name, value] : parsed["quotas"].items()) {
            if (isQuota(value)) {
                permissions.quotas[name] = value.get<std::int64_t>();
            }
        }
    }
    return permissions;
}

boost::asio::awaitable<Result<TenantPermissions>> TenantPermissions::read(store::Database& database,
                                                                          TenantId tenant)
{
    if (tenant.isEmpty()) {
        co_return TenantPermissions(); // the platform itself
    }
    auto job = [&](store::ReadTransaction& tx) { return store::TenantRepository().find(tx, tenant); };
    auto scope = store::Scope::platform();
    auto row = co_await database.read(scope, job);
    if (!row) {
        co_return fail(std::move(row).error().in("tenantPermissions.read"));
    }
    co_return *row ? of((*row)->permissions) : TenantPermissions();
}

Result<void> TenantPermissions::check(const json& wanted, const KnownKinds& known)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The permissions are not understood.";
    const std::array<std::pair<std::string_view, std::span<const std::string_view>>, 3> kinds{
        {{"agent_kinds", known.agents}, {"tool_kinds", known.tools}, {"providers", known.providers}}};
    for (const auto& [name, value] : wanted.items()) {
        const std::string field = "permissions." + name;
        const auto found = std::ranges::find(kinds, name, [](const auto& each) { return each.first; });
        if (found != kinds.end()) {
            checkKinds(value, field, found->second, error.fields);
        } else if (name == "quotas") {
            checkQuotas(value, error.fields);
        } else {
            error.fields.push_back(
                {field, "is no permission; there are agent_kinds, tool_kinds, providers and quotas"});
        }
    }
    return error.fields.empty() ? Result<void>() : Result<void>(fail(std::move(error)));
}

Error quotaReached(std::int64_t most, std::string_view things)
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.message = "Your organisation may have " + std::to_string(most) + " " + std::string(things) + ".";
    return error;
}

} // namespace parley::server::identity
