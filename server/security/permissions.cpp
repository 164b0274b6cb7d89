// SPDX-License-Identifier: MIT
#include "server/security/permissions.h"

#include <algorithm>
#include <array>

namespace parley::server::security {

namespace {

constexpr std::uint8_t bit(Role role)
{
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
}

constexpr std::uint8_t bit(Scope scope)
{
    return static_cast<std::uint8_t>(scope);
}

constexpr std::uint8_t kAdmin = bit(Role::Admin);
constexpr std::uint8_t kTenantUser = kAdmin | bit(Role::TenantUser);
constexpr std::uint8_t kSupporter = kTenantUser | bit(Role::Supporter);
constexpr std::uint8_t kCustomer = bit(Role::ChatUser);
constexpr std::uint8_t kClient = bit(Role::ApiClient);
constexpr std::uint8_t kEveryone = kSupporter | kCustomer | kClient | bit(Role::Anonymous);
constexpr std::uint8_t kSignedIn = kSupporter | kCustomer | kClient;

constexpr std::uint8_t kChat = bit(Scope::Chat);
/// Whatever a tenant_user has, `manage` has too.
constexpr std::uint8_t kManage = bit(Scope::Manage);
constexpr std::uint8_t kRead = bit(Scope::Read) | kManage;

struct Rule {
    Permission permission;
    std::string_view name;
    /// Roles that have it whatever their scopes.
    std::uint8_t roles;
    /// An api_client has it with any of these scopes; 0 leaves it to `roles`.
    std::uint8_t scopes;
};

/// The whole of who may what, in the order of the enumeration.
constexpr std::array kTable{
    Rule{Permission::Public, "public", kEveryone, 0},
    Rule{Permission::SignedIn, "signed_in", kSignedIn, 0},
    Rule{Permission::Chat, "chat", kCustomer, kChat},
    Rule{Permission::ChatOrDesk, "chat_or_desk", kCustomer | kSupporter, kChat | kRead},
    Rule{Permission::DeskRead, "desk:read", kSupporter, kRead},
    Rule{Permission::DeskWrite, "desk:write", kSupporter, kManage},
    Rule{Permission::ConfigureTenant, "tenant:configure", kTenantUser, kManage},
    Rule{Permission::KnowledgeRead, "knowledge:read", kSupporter, kRead},
    Rule{Permission::KnowledgeWrite, "knowledge:write", kTenantUser, kManage},
    Rule{Permission::UsersManage, "users:manage", kTenantUser, kManage},
    Rule{Permission::TenantsManage, "tenants:manage", kAdmin, 0},
    Rule{Permission::AuditRead, "audit:read", kTenantUser, kManage},
    Rule{Permission::OperatorStatus, "status:read", kSupporter, kRead},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kTable.size(); ++i) {
        if (static_cast<std::size_t>(kTable[i].permission) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder(), "a permission without its line, or out of order");

const Rule& ruleOf(Permission permission)
{
    return kTable.at(static_cast<std::size_t>(permission));
}

struct RoleName {
    Role role;
    std::string_view name;
};
constexpr std::array kRoles{
    RoleName{Role::Anonymous, "anonymous"},
    RoleName{Role::ChatUser, "chat_user"},
    RoleName{Role::ApiClient, "api_client"},
    RoleName{Role::Supporter, "supporter"},
    RoleName{Role::TenantUser, "tenant_user"},
    RoleName{Role::Admin, "admin"},
};

struct ScopeName {
    Scope scope;
    std::string_view name;
};
constexpr std::array kScopes{
    ScopeName{Scope::Chat, "chat"},
    ScopeName{Scope::Read, "read"},
    ScopeName{Scope::Manage, "manage"},
};

std::string clientCell(const Rule& rule)
{
    if ((rule.roles & kClient) != 0) {
        return "yes";
    }
    std::string cell;
    for (const auto& [scope, name] : kScopes) {
        if ((rule.scopes & bit(scope)) != 0) {
            cell += cell.empty() ? "" : ", ";
            cell += name;
        }
    }
    return cell;
}

} // namespace

bool allows(Role role, ScopeSet scopes, Permission permission)
{
    const Rule& rule = ruleOf(permission);
    if ((rule.roles & bit(role)) != 0) {
        return true;
    }
    return role == Role::ApiClient && (rule.scopes & scopes.bits) != 0;
}

std::string_view roleName(Role role)
{
    return kRoles.at(static_cast<std::size_t>(role)).name;
}

std::optional<Role> roleFromName(std::string_view name)
{
    const auto found = std::ranges::find(kRoles, name, &RoleName::name);
    return found == kRoles.end() ? std::nullopt : std::optional(found->role);
}

std::string_view scopeName(Scope scope)
{
    return std::ranges::find(kScopes, scope, &ScopeName::scope)->name;
}

std::optional<Scope> scopeFromName(std::string_view name)
{
    const auto found = std::ranges::find(kScopes, name, &ScopeName::name);
    return found == kScopes.end() ? std::nullopt : std::optional(found->scope);
}

std::string_view permissionName(Permission permission)
{
    return ruleOf(permission).name;
}

std::span<const Permission> allPermissions()
{
    static constexpr auto kAll = [] {
        std::array<Permission, kTable.size()> all{};
        std::ranges::transform(kTable, all.begin(), &Rule::permission);
        return all;
    }();
    return kAll;
}

std::string permissionTable()
{
    std::string table = "| permission |";
    std::string line = "\n|---|";
    for (const auto& [role, name] : kRoles) {
        table.append(" ").append(name).append(" |");
        line += "---|";
    }
    table += line + "\n";
    for (const Rule& rule : kTable) {
        table.append("| ").append(rule.name).append(" |");
        for (const auto& [role, name] : kRoles) {
            std::string cell = (rule.roles & bit(role)) != 0 ? "yes" : "";
            if (role == Role::ApiClient) {
                cell = clientCell(rule);
            }
            table.append(" ").append(cell).append(" |");
        }
        table += "\n";
    }
    return table;
}

} // namespace parley::server::security
