// SPDX-License-Identifier: MIT
#include "server/identity/users.h"

#include "server/identity/tenant_permissions.h"
#include "server/identity/user_rules.h"
#include "server/store/quota_repository.h"
#include "server/telemetry/log.h"

#include <limits>

namespace parley::server::identity {

using security::Role;
using security::Secret;
using store::TokensAfter;
using store::UserRepository;
using store::UserRow;

namespace {

const telemetry::Log& logger()
{
    static const telemetry::Log log("identity");
    return log;
}

nlohmann::json auditView(const UserRow& row)
{
    return {{"email", row.email},
            {"display_name", row.displayName},
            {"role", row.role},
            {"status", row.status},
            {"password", row.passwordHash}};
}

tl::unexpected<Error> noSuchUser()
{
    return fail(ErrorCode::NotFound, "There is no such user.");
}

tl::unexpected<Error> emailTaken()
{
    return fail(ErrorCode::Conflict, "A user with this e-mail exists.");
}

/// Whether whoever holds a token from before must be turned away.
TokensAfter tokensAfter(const UserRow& before, const UserRow& after)
{
    const bool isSame = before.role == after.role && before.status == after.status &&
                        before.passwordHash == after.passwordHash;
    return isSame ? TokensAfter::Keep : TokensAfter::Refuse;
}

} // namespace

Users::Users(store::Database& database,
             runtime::WorkerPool& cpu,
             RevocationList& revocations,
             const Clock& clock,
             IdSource& ids,
             PasswordRules rules)
    : m_database(database),
      m_cpu(cpu),
      m_revocations(revocations),
      m_clock(clock),
      m_ids(ids),
      m_rules(rules),
      m_audit(clock, ids)
{}

boost::asio::awaitable<Result<std::string>> Users::hashed(Secret password)
{
    if (auto checked = security::checkPasswordPolicy(password.reveal(), m_rules.minLength); !checked) {
        co_return fail(std::move(checked).error());
    }
    auto job = [&] { return security::hashPassword(password.reveal(), m_rules.cost); };
    co_return co_await m_cpu.run(std::move(job));
}

boost::asio::awaitable<void> Users::record(TenantId tenant, Actor actor, AuditEntry entry)
{
    if (tenant.isEmpty()) {
        // The trail lives inside tenants; what is done to an admin leaves a log line.
        logger().info("platform user changed",
                      {{"action", entry.action}, {"user", entry.objectId}, {"by", actor.principal.subject}});
        co_return;
    }
    auto job = [&](store::Transaction& tx) { return m_audit.write(tx, actor, entry); };
    store::Scope scope = store::Scope::of(std::move(tenant));
    const auto written = co_await m_database.transact(std::move(scope), std::move(job));
    if (!written) {
        logger().error("audit event lost", {{"action", entry.action}, {"why", written.error().detail}});
    }
}

boost::asio::awaitable<Result<UserRow>> Users::create(NewUser wanted, Actor actor)
{
    const Role role = security::roleFromName(wanted.role).value_or(Role::Anonymous);
    if (auto allowed = checkRoleFor(actor.principal, role, wanted.tenant); !allowed) {
        co_return fail(std::move(allowed).error());
    }
    auto email = normalisedEmail(wanted.email);
    auto name = checkedName("display_name", wanted.displayName);
    if (!email || !name) {
        co_return fail(std::move(email ? name : email).error());
    }
    UserRow row;
    if (wanted.password) {
        auto hash = co_await hashed(std::move(*wanted.password));
        if (!hash) {
            co_return fail(std::move(hash).error());
        }
        row.passwordHash = std::move(*hash);
    }
    row.id = m_ids.make<UserId>();
    row.tenant = wanted.tenant;
    row.email = std::move(*email);
    row.displayName = std::move(*name);
    row.role = security::roleName(role);
    row.status = "active";
    row.createdMs = row.updatedMs = m_clock.nowMs();
    auto permissions = co_await TenantPermissions::read(m_database, row.tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    const std::int64_t most = permissions->most("users", std::numeric_limits<std::int64_t>::max());
    auto job = [&row, most](store::Transaction& tx) -> Result<void> {
        auto count = store::QuotaRepository().users(tx, row.tenant);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= most) {
            return fail(quotaReached(most, "users"));
        }
        auto created = UserRepository().create(tx, row);
        if (!created && created.error().code == ErrorCode::Conflict) {
            return emailTaken();
        }
        return created;
    };
    store::Scope scope = store::Scope::platform();
    auto created = co_await m_database.transact(std::move(scope), std::move(job));
    if (!created) {
        co_return fail(std::move(created).error());
    }
    AuditEntry entry{"user.create", "user", row.id.value, nullptr, auditView(row)};
    co_await record(std::move(wanted.tenant), std::move(actor), std::move(entry));
    co_return row;
}

boost::asio::awaitable<Result<std::vector<UserRow>>>
Users::list(TenantId tenant, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return UserRepository().list(tx, tenant, after, limit); };
    store::Scope scope = store::Scope::platform();
    co_return co_await m_database.read(std::move(scope), std::move(job));
}

boost::asio::awaitable<Result<UserRow>> Users::get(TenantId tenant, UserId id)
{
    auto job = [&id](store::ReadTransaction& tx) { return UserRepository().find(tx, id); };
    store::Scope scope = store::Scope::platform();
    auto found = co_await m_database.read(std::move(scope), std::move(job));
    if (!found) {
        co_return fail(std::move(found).error().in("users.get"));
    }
    if (!*found || (*found)->tenant != tenant || (*found)->status == "deleted") {
        co_return noSuchUser();
    }
    co_return std::move(**found);
}

boost::asio::awaitable<Result<void>> Users::apply(UserRow& row, UserChanges changes)
{
    if (changes.displayName) {
        auto name = checkedName("display_name", *changes.displayName);
        if (!name) {
            co_return fail(std::move(name).error());
        }
        row.displayName = std::move(*name);
    }
    if (changes.role) {
        row.role = std::move(*changes.role);
    }
    if (changes.status) {
        if (*changes.status != "active" && *changes.status != "disabled") {
            co_return failField("status", "must be active or disabled");
        }
        row.status = std::move(*changes.status);
    }
    if (changes.password) {
        auto hash = co_await hashed(std::move(*changes.password));
        if (!hash) {
            co_return fail(std::move(hash).error());
        }
        row.passwordHash = std::move(*hash);
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<UserRow>>
Users::write(UserRow before, UserRow after, TokensAfter tokens, Actor actor)
{
    after.updatedMs = m_clock.nowMs();
    after.version += tokens == TokensAfter::Refuse ? 1 : 0;
    auto job = [&](store::Transaction& tx) -> Result<bool> {
        const bool isRemoval = after.status == "deleted";
        auto done = isRemoval ? UserRepository().remove(tx, after.id, after.updatedMs)
                              : UserRepository().update(tx, after, tokens, after.updatedMs);
        if (done && *done && (isRemoval || before.passwordHash != after.passwordHash)) {
            auto ended = store::TokenFamilyRepository().revokeAllOf(tx, after.id.value, after.updatedMs);
            if (!ended) {
                return fail(std::move(ended).error());
            }
        }
        return done;
    };
    store::Scope scope = store::Scope::platform();
    auto done = co_await m_database.transact(std::move(scope), std::move(job));
    if (!done) {
        co_return fail(std::move(done).error().in("users.write"));
    }
    if (!*done) {
        co_return noSuchUser();
    }
    m_revocations.noteUser(store::UserState{after.id, after.version, after.status, after.updatedMs});
    const bool isRemoval = after.status == "deleted";
    AuditEntry entry{isRemoval ? "user.delete" : "user.update",
                     "user",
                     after.id.value,
                     auditView(before),
                     isRemoval ? nlohmann::json() : auditView(after)};
    TenantId tenant = after.tenant;
    co_await record(std::move(tenant), std::move(actor), std::move(entry));
    co_return after;
}

boost::asio::awaitable<Result<UserRow>>
Users::update(TenantId tenant, UserId id, UserChanges changes, Actor actor)
{
    auto known = co_await get(std::move(tenant), std::move(id));
    if (!known) {
        co_return known;
    }
    UserRow after = *known;
    if (auto applied = co_await apply(after, std::move(changes)); !applied) {
        co_return fail(std::move(applied).error());
    }
    for (const std::string& role : {known->role, after.role}) {
        const Role checked = security::roleFromName(role).value_or(Role::Anonymous);
        if (auto allowed = checkRoleFor(actor.principal, checked, known->tenant); !allowed) {
            co_return fail(std::move(allowed).error());
        }
    }
    const bool isSelf = actor.principal.subject == known->id.value;
    if (isSelf && (after.status != known->status || after.role != known->role)) {
        co_return fail(ErrorCode::Conflict, "You cannot change your own role or status.");
    }
    const TokensAfter tokens = tokensAfter(*known, after);
    co_return co_await write(std::move(*known), std::move(after), tokens, std::move(actor));
}

boost::asio::awaitable<Result<void>> Users::remove(TenantId tenant, UserId id, Actor actor)
{
    auto known = co_await get(std::move(tenant), std::move(id));
    if (!known) {
        co_return fail(std::move(known).error());
    }
    const Role role = security::roleFromName(known->role).value_or(Role::Anonymous);
    if (auto allowed = checkRoleFor(actor.principal, role, known->tenant); !allowed) {
        co_return fail(std::move(allowed).error());
    }
    if (actor.principal.subject == known->id.value) {
        co_return fail(ErrorCode::Conflict, "You cannot delete yourself.");
    }
    UserRow after = *known;
    after.status = "deleted";
    auto removed = co_await write(std::move(*known), std::move(after), TokensAfter::Refuse, std::move(actor));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Result<void>();
}

Result<EnsuredAdmin> Users::ensureAdmin(const std::string& email, const Secret& password, IfThere ifThere)
{
    auto address = normalisedEmail(email);
    if (!address) {
        return fail(std::move(address).error());
    }
    if (auto checked = security::checkPasswordPolicy(password.reveal(), m_rules.minLength); !checked) {
        return fail(std::move(checked).error());
    }
    auto hash = security::hashPassword(password.reveal(), m_rules.cost);
    if (!hash) {
        return fail(std::move(hash).error());
    }
    UserRow fresh;
    fresh.id = m_ids.make<UserId>();
    fresh.email = *address;
    fresh.displayName = "Administrator";
    fresh.role = security::roleName(Role::Admin);
    fresh.passwordHash = *hash;
    fresh.status = "active";
    fresh.createdMs = fresh.updatedMs = m_clock.nowMs();
    const auto job = [&](store::Transaction& tx) -> Result<EnsuredAdmin> {
        const UserRepository users;
        auto known = users.findByEmail(tx, *address);
        if (!known) {
            return fail(std::move(known).error());
        }
        if (!*known) {
            auto created = users.create(tx, fresh);
            return created ? Result<EnsuredAdmin>(EnsuredAdmin{EnsuredAdmin::Did::Created, fresh.id})
                           : fail(std::move(created).error());
        }
        UserRow row = **known;
        if (row.role != fresh.role) {
            return fail(ErrorCode::Conflict, "This e-mail belongs to a user of a tenant.");
        }
        if (ifThere == IfThere::Keep) {
            return EnsuredAdmin{EnsuredAdmin::Did::Kept, row.id};
        }
        row.passwordHash = fresh.passwordHash;
        row.status = "active";
        auto updated = users.update(tx, row, TokensAfter::Refuse, fresh.updatedMs);
        auto ended = store::TokenFamilyRepository().revokeAllOf(tx, row.id.value, fresh.updatedMs);
        if (!updated || !ended) {
            return fail(updated ? std::move(ended).error() : std::move(updated).error());
        }
        return EnsuredAdmin{EnsuredAdmin::Did::PasswordReset, row.id};
    };
    return m_database.transactNow(store::Scope::platform(), job);
}

} // namespace parley::server::identity
