// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/identity/revocation_list.h"
#include "server/runtime/worker_pool.h"
#include "server/security/password.h"
#include "server/security/secret.h"

#include <optional>
#include <string>
#include <vector>

namespace parley::server::identity {

/// How passwords are made.
struct PasswordRules {
    int cost = security::kPasswordCost;
    /// In code points; kProductionPasswordLength in production.
    std::size_t minLength = security::kDevelopmentPasswordLength;
};

struct NewUser {
    /// Empty: an admin of the platform.
    TenantId tenant;
    std::string email;
    std::string displayName;
    /// "admin", "tenant_user", "supporter".
    std::string role;
    /// None: cannot sign in by password.
    std::optional<security::Secret> password;
};

/// What a PATCH changes; empty optionals leave as it is.
struct UserChanges {
    std::optional<std::string> displayName;
    std::optional<std::string> role;
    /// "active" or "disabled".
    std::optional<std::string> status;
    std::optional<security::Secret> password;
};

/// What `parleyd init` did.
struct EnsuredAdmin {
    enum class Did { Created, Kept, PasswordReset };
    Did did = Did::Kept;
    UserId id;
};

enum class IfThere { Keep, ResetPassword };

/// The people who sign in. A tenant_user manages those of the own tenant, an admin those of the tenant he
/// names, and the other admins. Whoever loses a role, a password or the account has his tokens refused at
/// once on this node and within 2 s on the others. Any thread; bcrypt runs on the cpu pool.
class Users {
public:
    Users(store::Database& database,
          runtime::WorkerPool& cpu,
          RevocationList& revocations,
          const Clock& clock,
          IdSource& ids,
          PasswordRules rules = {});

    /// @errors InvalidArgument a field is wrong; Forbidden; Conflict the e-mail is taken, anywhere; Storage
    boost::asio::awaitable<Result<store::UserRow>> create(NewUser wanted, Actor actor);

    /// A tenant's (empty: the platform's), by id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::UserRow>>>
    list(TenantId tenant, std::string after, int limit);

    /// @errors NotFound not there, or another tenant's; Storage
    boost::asio::awaitable<Result<store::UserRow>> get(TenantId tenant, UserId id);

    /// @errors NotFound; InvalidArgument; Forbidden; Conflict one would lock oneself out; Storage
    boost::asio::awaitable<Result<store::UserRow>>
    update(TenantId tenant, UserId id, UserChanges changes, Actor actor);

    /// @errors NotFound; Forbidden; Conflict oneself; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, UserId id, Actor actor);

    /// Makes sure that an admin with this e-mail exists. Blocking, bcrypt included: `parleyd init`.
    /// @errors InvalidArgument e-mail or password; Conflict the e-mail is a tenant's user; Storage
    Result<EnsuredAdmin>
    ensureAdmin(const std::string& email, const security::Secret& password, IfThere ifThere);

private:
    boost::asio::awaitable<Result<std::string>> hashed(security::Secret password);
    boost::asio::awaitable<Result<void>> apply(store::UserRow& row, UserChanges changes);
    boost::asio::awaitable<Result<store::UserRow>>
    write(store::UserRow before, store::UserRow after, store::TokensAfter tokens, Actor actor);
    boost::asio::awaitable<void> record(TenantId tenant, Actor actor, AuditEntry entry);

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    RevocationList& m_revocations;
    const Clock& m_clock;
    IdSource& m_ids;
    const PasswordRules m_rules;
    const Audit m_audit;
};

} // namespace parley::server::identity
