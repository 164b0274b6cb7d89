// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/permissions.h"
#include "shared/core/ids.h"

#include <cstdint>
#include <string>

namespace parley::server::security {

/// Who makes a request: what a verified access token says.
struct Principal {
    Role role = Role::Anonymous;
    /// `sub`: a user's, customer's or api client's id; empty for nobody.
    std::string subject;
    /// The token's tenant; empty for an admin and for nobody.
    TenantId tenant;
    /// `sid`: the token family; revoking it refuses the token. A token that cannot be refreshed has one of
    /// its own.
    std::string family;
    /// A chat_user's conversation; empty for the others.
    ConversationId conversation;
    /// A chat_user proved who it is when the token was issued: its earlier conversations are open to it.
    bool isVerified = false;
    /// An api_client's scopes.
    ScopeSet scopes;
    /// An api_client's own limit, requests a minute; 0: the default of its role.
    int requestsPerMinute = 0;
    std::int64_t expiresMs = 0;
    /// A user's credential version when the token was issued; an older one than the user's own is refused.
    std::int64_t version = 0;

    [[nodiscard]] bool isAnonymous() const { return role == Role::Anonymous; }
    [[nodiscard]] bool may(Permission permission) const { return allows(role, scopes, permission); }
};

} // namespace parley::server::security
