// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace parley::server::security {

/// Roles as api.md names them; Anonymous is a request without a token.
enum class Role : std::uint8_t { Anonymous, ChatUser, ApiClient, Supporter, TenantUser, Admin };

/// What a route asks for. One table (permissions.cpp) says which role has it; the same table is shown in the
/// docs.
enum class Permission : std::uint8_t {
    Public,          ///< anyone, without a token
    SignedIn,        ///< any bearer
    Chat,            ///< chat_user, api_client with `chat`
    ChatOrDesk,      ///< chat_user, api_client with `chat` or `read`, supporter and above
    DeskRead,        ///< supporter and above, api_client with `read`
    DeskWrite,       ///< supporter and above
    ConfigureTenant, ///< tenant_user and above, api_client with `manage`
    KnowledgeRead,   ///< supporter and above, api_client with `read`
    KnowledgeWrite,  ///< tenant_user and above, api_client with `manage`
    UsersManage,     ///< tenant_user (own tenant) and admin, api_client with `manage`
    TenantsManage,   ///< admin
    AuditRead,       ///< tenant_user and above
    OperatorStatus,  ///< supporter and above: GET /health/detailed
};

/// Scopes of an api_client, as bits.
enum class Scope : std::uint8_t { Chat = 1, Read = 2, Manage = 4 };

/// A set of scopes.
struct ScopeSet {
    std::uint8_t bits = 0;

    [[nodiscard]] bool has(Scope scope) const { return (bits & static_cast<std::uint8_t>(scope)) != 0; }
    void add(Scope scope) { bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(scope)); }
    bool operator==(const ScopeSet&) const = default;
};

/// Whether the role (with these scopes, for an api_client) has the permission.
bool allows(Role role, ScopeSet scopes, Permission permission);

/// "admin", "tenant_user", "supporter", "chat_user", "api_client", "anonymous".
std::string_view roleName(Role role);
std::optional<Role> roleFromName(std::string_view name);

/// "chat", "read", "manage".
std::string_view scopeName(Scope scope);
std::optional<Scope> scopeFromName(std::string_view name);

/// Name of a permission for the documentation: "desk:read".
std::string_view permissionName(Permission permission);
std::span<const Permission> allPermissions();

/// The whole table in Markdown, one line a permission; an api_client's cell names the scopes that give it.
std::string permissionTable();

} // namespace parley::server::security
