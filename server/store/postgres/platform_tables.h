// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace parley::server::store {

/// The role the pool works under: it owns nothing and cannot bypass row-level security.
inline constexpr std::string_view kAppRole = "parley_app";

/// The only tables without a tenant: sign-in, defaults, erasures and pointers to due work. Every other table
/// must have a tenant_id.
inline constexpr std::array<std::string_view, 10> kPlatformTables = {
    "tenants",
    "users",
    "identities",
    "api_clients",
    "token_families",
    "signing_keys",
    "due",
    "platform_settings",
    "erasure_ledger",
    "schema_migrations",
};

} // namespace parley::server::store
