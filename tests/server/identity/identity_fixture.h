// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/api_clients.h"
#include "server/identity/sign_in.h"
#include "server/identity/signing_key_store.h"
#include "server/identity/tenants.h"
#include "server/identity/token_authenticator.h"
#include "server/identity/users.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/databases.h"

#include <boost/asio/io_context.hpp>

#include <QTest>

#include <atomic>

namespace parley::test {

/// A clock that stands until it is set.
class ManualClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return m_nowMs; }
    void advance(std::chrono::milliseconds by) { m_nowMs += by.count(); }

private:
    std::atomic<std::int64_t> m_nowMs{1'800'000'000'000};
};

/// One for all tests: a key takes a tenth of a second.
inline const server::security::RsaKey& testKey()
{
    static const auto key = server::security::RsaKey::generate();
    return key;
}

/// Everything of a node that identity consists of, on one database.
struct IdentityNode {
    explicit IdentityNode(server::store::Database& db, const Clock& time)
        : clock(time),
          ids(time),
          cpu({"cpu", 1, 64, {}}),
          fernet(*server::security::Fernet::fromText(kMasterKey)),
          keys(testKey(), "parley", "parley"),
          directory(db),
          revocations(db, time),
          users(db, cpu, revocations, time, ids, {server::security::kMinPasswordCost, 8}),
          clients(db, revocations, time, ids),
          tenants(db, cpu, fernet, directory, time, ids),
          signIn(db, cpu, keys, directory, revocations, time, ids, lives()),
          authenticator(keys, revocations, directory, time)
    {}

    static server::identity::TokenLives lives()
    {
        server::identity::TokenLives quick;
        quick.passwordCost = server::security::kMinPasswordCost;
        return quick;
    }

    /// What the daemon does once a second.
    void refresh()
    {
        QVERIFY(revocations.refreshNow().has_value());
        QVERIFY(directory.refreshNow().has_value());
    }

    template <class T>
    T run(boost::asio::awaitable<T> work)
    {
        return runCoroutine(io, std::move(work));
    }

    static constexpr const char* kMasterKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    boost::asio::io_context io;
    const Clock& clock;
    UuidV7Source ids;
    server::runtime::WorkerPool cpu;
    server::security::Fernet fernet;
    server::security::SigningKeys keys;
    server::identity::TenantDirectory directory;
    server::identity::RevocationList revocations;
    server::identity::Users users;
    server::identity::ApiClients clients;
    server::identity::Tenants tenants;
    server::identity::SignIn signIn;
    server::identity::TokenAuthenticator authenticator;
};

inline server::identity::Actor
actor(server::security::Role role, TenantId tenant = {}, std::string subject = "me")
{
    server::identity::Actor who;
    who.principal.role = role;
    who.principal.subject = std::move(subject);
    who.principal.tenant = std::move(tenant);
    who.requestId = "request-1";
    who.address = "192.0.2.1";
    return who;
}

inline server::identity::Actor admin()
{
    return actor(server::security::Role::Admin);
}

/// A tenant with this slug. Fails the test when it could not be made.
inline server::store::TenantRow makeTenant(IdentityNode& node, const std::string& slug = "acme")
{
    server::identity::NewTenant wanted;
    wanted.slug = slug;
    wanted.name = "Acme";
    auto made = node.run(node.tenants.create(wanted, admin()));
    return made ? *made : throw std::runtime_error(made.error().message + " " + made.error().detail);
}

/// A user with password "password-1".
inline server::store::UserRow makeUser(IdentityNode& node,
                                       const TenantId& tenant,
                                       const std::string& email,
                                       const std::string& role = "supporter")
{
    server::identity::NewUser wanted;
    wanted.tenant = tenant;
    wanted.email = email;
    wanted.displayName = "Ana";
    wanted.role = role;
    wanted.password = server::security::Secret("password-1");
    auto made = node.run(node.users.create(std::move(wanted), admin()));
    return made ? *made : throw std::runtime_error(made.error().message + " " + made.error().detail);
}

} // namespace parley::test
