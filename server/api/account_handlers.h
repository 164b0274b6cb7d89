// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/identity/api_clients.h"
#include "server/identity/sign_in.h"
#include "server/identity/tenants.h"
#include "server/identity/users.h"
#include "server/security/jwt.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What signing in and managing who may sign in stand on.
struct AccountServices {
    identity::SignIn& signIn;
    identity::Users& users;
    identity::Tenants& tenants;
    identity::ApiClients& apiClients;
    const identity::TenantDirectory& directory;
    const security::SigningKeys& keys;
    store::Database& database;
    const Clock& clock;
};

/// `/oauth/*`, `/me` and the public keys. @thread I/O
class SignInHandlers {
public:
    explicit SignInHandlers(AccountServices services) : m_services(services) {}
    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer token(edge::RequestContext& request);
    Answer revoke(edge::RequestContext& request);
    Answer me(edge::RequestContext& request);

    AccountServices m_services;
};

/// `/tenants` and `/users`. @thread I/O
class AccountHandlers {
public:
    explicit AccountHandlers(AccountServices services) : m_services(services) {}
    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer createTenant(edge::RequestContext& request);
    Answer listTenants(edge::RequestContext& request);
    Answer getTenant(edge::RequestContext& request);
    Answer patchTenant(edge::RequestContext& request);
    Answer removeTenant(edge::RequestContext& request);
    Answer createUser(edge::RequestContext& request);
    Answer listUsers(edge::RequestContext& request);
    Answer getUser(edge::RequestContext& request);
    Answer patchUser(edge::RequestContext& request);
    Answer removeUser(edge::RequestContext& request);

    AccountServices m_services;
};

} // namespace parley::server::api
