// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::identity {

/// What the platform lets a tenant have: `permissions` of a tenant.
struct TenantPermissions {
    /// None: every kind; an empty list: no kind at all.
    using Kinds = std::optional<std::vector<std::string>>;
    /// The kinds that there are, for check().
    struct KnownKinds {
        std::span<const std::string_view> agents;
        std::span<const std::string_view> tools;
        std::span<const std::string_view> providers;
    };

    Kinds agentKinds;
    Kinds toolKinds;
    Kinds providers;
    /// Most of each; what is not named has no quota. Keys are those of quotaNames().
    std::map<std::string, std::int64_t, std::less<>> quotas;

    [[nodiscard]] static bool allows(const Kinds& kinds, std::string_view kind);
    /// The quota, or `otherwise` where that is less or there is none.
    [[nodiscard]] std::int64_t most(std::string_view quota, std::int64_t otherwise) const;

    /// agents, tools, documents, users, api_clients; monthly_tokens, of language models.
    static std::span<const std::string_view> quotaNames();
    /// Of what is stored; what cannot be read in it permits.
    static TenantPermissions of(const std::string& stored);
    /// Of what the platform's table says now, so that whoever read a configuration version after a change has
    /// that change. @errors Storage
    static boost::asio::awaitable<Result<TenantPermissions>> read(store::Database& database, TenantId tenant);
    /// @errors InvalidArgument naming every field that is wrong, as "permissions.quotas.agents"
    static Result<void> check(const nlohmann::json& wanted, const KnownKinds& known);
};

/// Says that a quota is reached, and which. @param things  "agents"
Error quotaReached(std::int64_t most, std::string_view things);

} // namespace parley::server::identity
