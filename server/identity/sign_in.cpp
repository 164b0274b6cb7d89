// SPDX-License-Identifier: MIT
#include "server/identity/sign_in.h"

#include "server/identity/api_clients.h"
#include "server/identity/claims.h"
#include "server/identity/user_rules.h"
#include "server/security/digest.h"
#include "server/security/encoding.h"
#include "server/security/random.h"
#include "server/store/token_family_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::identity {

using security::Principal;
using security::Role;
using security::Secret;
using store::ApiClientRow;
using store::TokenFamilyRepository;
using store::TokenFamilyRow;
using store::UserRow;

namespace {

constexpr std::chrono::seconds kLongestAccess = std::chrono::hours{24};

tl::unexpected<Error> invalidCredentials(std::string why)
{
    auto refused =
        fail(ErrorCode::Unauthenticated, "The credentials are not valid.", "sign-in: " + std::move(why));
    refused.value().problem = "invalid_credentials";
    return refused;
}

store::Blob hashOf(std::string_view token)
{
    return security::digestBytes(security::sha256(token));
}

std::int64_t millis(std::chrono::seconds seconds)
{
    return std::chrono::milliseconds(seconds).count();
}

bool isActive(const std::optional<UserRow>& user)
{
    return user && user->status == "active";
}

} // namespace

/// One use of a refresh token, and what came of it.
struct SignIn::Refresh {
    std::string family;
    store::Blob used;
    store::Blob next;
    std::int64_t nowMs = 0;
    std::int64_t expiresMs = 0;
    bool isRotated = false;
    /// An older token came back: the family has been ended.
    bool isReused = false;
    std::optional<UserRow> user;
};

SignIn::SignIn(store::Database& database,
               runtime::WorkerPool& cpu,
               const security::SigningKeys& keys,
               const TenantDirectory& tenants,
               RevocationList& revocations,
               const Clock& clock,
               IdSource& ids,
               TokenLives lives)
    : m_database(database),
      m_cpu(cpu),
      m_keys(keys),
      m_tenants(tenants),
      m_revocations(revocations),
      m_clock(clock),
      m_ids(ids),
      m_lives(lives),
      m_failures(clock, lives.failures)
{}

bool SignIn::isTenantActive(const TenantId& tenant) const
{
    return tenant.isEmpty() || m_tenants.find(tenant) != nullptr;
}

Principal SignIn::principalOf(const UserRow& user, std::string family) const
{
    Principal principal;
    principal.role = security::roleFromName(user.role).value_or(Role::Anonymous);
    principal.subject = user.id.value;
    principal.tenant = user.tenant;
    principal.family = std::move(family);
    principal.version = user.version;
    return principal;
}

IssuedTokens SignIn::issue(Principal principal, std::chrono::seconds life) const
{
    IssuedTokens issued;
    const std::int64_t nowMs = m_clock.nowMs();
    issued.expiresIn = std::min(life, kLongestAccess);
    // Whole seconds, as the token has them.
    principal.expiresMs = (nowMs / 1000) * 1000 + millis(issued.expiresIn);
    issued.accessToken = m_keys.sign(claimsOf(principal, nowMs));
    issued.principal = std::move(principal);
    return issued;
}

boost::asio::awaitable<Result<bool>> SignIn::verify(Secret password, std::optional<UserRow> user)
{
    auto job = [&]() -> Result<bool> {
        if (!user || user->passwordHash.empty()) {
            security::spendPasswordTime(password.reveal(), m_lives.passwordCost);
            return false;
        }
        return security::verifyPassword(password.reveal(), user->passwordHash);
    };
    co_return co_await m_cpu.run(std::move(job));
}

boost::asio::awaitable<Result<IssuedTokens>>
SignIn::password(std::string email, Secret password, std::string address)
{
    const std::string account = normalisedEmail(email).value_or(email);
    if (auto begun = m_failures.begin(account, address); !begun) {
        co_return fail(std::move(begun).error());
    }
    std::optional<UserRow> user;
    // What no database takes as text can be nobody's address either.
    if (normalisedEmail(email)) {
        auto job = [&account](store::ReadTransaction& tx) {
            return store::UserRepository().findByEmail(tx, account);
        };
        store::Scope scope = store::Scope::platform();
        auto found = co_await m_database.read(std::move(scope), std::move(job));
        if (!found) {
            m_failures.takeBack(account, address);
            co_return fail(std::move(found).error().in("signIn.password"));
        }
        user = std::move(*found);
    }
    auto matches = co_await verify(std::move(password), user);
    if (!matches) {
        m_failures.takeBack(account, address);
        co_return fail(std::move(matches).error().in("signIn.password"));
    }
    if (!*matches || !isActive(user) || !isTenantActive(user->tenant)) {
        co_return invalidCredentials(*matches ? "account not active" : "password");
    }
    m_failures.succeeded(account, address);
    co_return co_await openFamily(std::move(*user));
}

boost::asio::awaitable<Result<IssuedTokens>> SignIn::openFamily(UserRow user)
{
    const std::string random = security::randomToken();
    TokenFamilyRow family;
    family.id = m_ids.next();
    family.subject = user.id.value;
    family.tenant = user.tenant;
    family.createdMs = family.updatedMs = m_clock.nowMs();
    family.expiresMs = family.createdMs + millis(m_lives.refresh);
    Secret token(family.id + "." + random);
    family.refreshHash = hashOf(token.reveal());
    auto job = [&family](store::Transaction& tx) { return TokenFamilyRepository().create(tx, family); };
    store::Scope scope = store::Scope::platform();
    auto stored = co_await m_database.transact(std::move(scope), std::move(job));
    if (!stored) {
        co_return fail(std::move(stored).error().in("signIn.openFamily"));
    }
    IssuedTokens issued = issue(principalOf(user, family.id), m_lives.operatorAccess);
    issued.refreshToken = std::move(token);
    issued.user = std::move(user);
    co_return Result<IssuedTokens>(std::move(issued));
}

boost::asio::awaitable<Result<IssuedTokens>>
SignIn::clientCredentials(std::string clientId, Secret secret, std::string address)
{
    if (auto begun = m_failures.begin(clientId, address); !begun) {
        co_return fail(std::move(begun).error());
    }
    std::optional<ApiClientRow> client;
    if (clientId.size() <= 64 && std::ranges::all_of(clientId, [](char c) { return c > 0x20 && c < 0x7f; })) {
        auto job = [&clientId](store::ReadTransaction& tx) {
            return store::ApiClientRepository().findByClientId(tx, clientId);
        };
        store::Scope scope = store::Scope::platform();
        auto found = co_await m_database.read(std::move(scope), std::move(job));
        if (!found) {
            m_failures.takeBack(clientId, address);
            co_return fail(std::move(found).error().in("signIn.clientCredentials"));
        }
        client = std::move(*found);
    }
    // Compared even when there is nothing to compare with, so that both cost the same.
    const store::Blob presented = ApiClients::secretHash(secret.reveal());
    const store::Blob expected = client ? client->secretHash : store::Blob(presented.size());
    const bool matches =
        security::constantTimeEquals(security::textOf(presented), security::textOf(expected));
    if (!client || !matches || client->status != "active" || !isTenantActive(client->tenant)) {
        co_return invalidCredentials("api client");
    }
    m_failures.succeeded(clientId, address);
    Principal principal;
    principal.role = Role::ApiClient;
    principal.subject = client->id;
    principal.tenant = client->tenant;
    principal.family = m_ids.next();
    principal.scopes = scopesFromText(client->scopes);
    principal.requestsPerMinute = client->requestsPerMinute;
    IssuedTokens issued = issue(std::move(principal), m_lives.clientAccess);
    co_return Result<IssuedTokens>(std::move(issued));
}

/// Compare and set, and everything that follows from its outcome, in one transaction.
Result<SignIn::Refresh> SignIn::rotate(store::Transaction& tx, const Refresh& wanted) const
{
    const TokenFamilyRepository families;
    Refresh outcome = wanted;
    auto family = families.find(tx, wanted.family);
    if (!family) {
        return fail(std::move(family).error());
    }
    if (!*family || (*family)->revokedMs || (*family)->expiresMs <= wanted.nowMs) {
        return outcome;
    }
    auto user = store::UserRepository().find(tx, UserId{(*family)->subject});
    if (!user) {
        return fail(std::move(user).error());
    }
    if (!isActive(*user) || !isTenantActive((*user)->tenant)) {
        return outcome;
    }
    auto rotated =
        families.rotate(tx, wanted.family, wanted.used, wanted.next, wanted.expiresMs, wanted.nowMs);
    if (!rotated) {
        return fail(std::move(rotated).error());
    }
    outcome.isRotated = *rotated;
    outcome.isReused = !*rotated;
    outcome.user = std::move(*user);
    if (outcome.isReused) {
        auto revoked = families.revoke(tx, **family, wanted.nowMs);
        if (!revoked) {
            return fail(std::move(revoked).error());
        }
    }
    return outcome;
}

boost::asio::awaitable<Result<IssuedTokens>> SignIn::refresh(Secret token, std::string address)
{
    const std::string& text = token.reveal();
    Refresh wanted;
    wanted.family = text.substr(0, text.find('.'));
    // Not counted by family: then whoever knows one could lock its owner out.
    if (auto begun = m_failures.begin(text, address); !begun) {
        co_return fail(std::move(begun).error());
    }
    if (text.size() > 128 || !isUuid(wanted.family)) {
        co_return invalidCredentials("refresh token");
    }
    Secret next(wanted.family + "." + security::randomToken());
    wanted.used = hashOf(text);
    wanted.next = hashOf(next.reveal());
    wanted.nowMs = m_clock.nowMs();
    wanted.expiresMs = wanted.nowMs + millis(m_lives.refresh);
    auto job = [this, &wanted](store::Transaction& tx) { return rotate(tx, wanted); };
    store::Scope scope = store::Scope::platform();
    auto outcome = co_await m_database.transact(std::move(scope), std::move(job));
    if (!outcome) {
        m_failures.takeBack(text, address);
        co_return fail(std::move(outcome).error().in("signIn.refresh"));
    }
    if (outcome->isReused) {
        m_revocations.noteFamily(wanted.family);
    }
    if (!outcome->isRotated) {
        co_return invalidCredentials(outcome->isReused ? "refresh token used twice" : "refresh token");
    }
    m_failures.succeeded(text, address);
    IssuedTokens issued = issue(principalOf(*outcome->user, wanted.family), m_lives.operatorAccess);
    issued.refreshToken = std::move(next);
    issued.user = std::move(outcome->user);
    co_return Result<IssuedTokens>(std::move(issued));
}

boost::asio::awaitable<Result<void>> SignIn::revoke(Principal principal)
{
    TokenFamilyRow family;
    family.id = principal.family;
    family.subject = principal.subject;
    family.tenant = principal.tenant;
    family.expiresMs = principal.expiresMs;
    // For a family without a row of its own: no token has this hash.
    family.refreshHash.assign(32, 0);
    const std::int64_t nowMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) { return TokenFamilyRepository().revoke(tx, family, nowMs); };
    store::Scope scope = store::Scope::platform();
    auto revoked = co_await m_database.transact(std::move(scope), std::move(job));
    if (!revoked) {
        co_return fail(std::move(revoked).error().in("signIn.revoke"));
    }
    m_revocations.noteFamily(principal.family);
    co_return Result<void>();
}

std::string SignIn::issueCustomerToken(const TenantId& tenant,
                                       const CustomerId& customer,
                                       const ConversationId& conversation,
                                       bool isVerified)
{
    Principal principal;
    principal.role = Role::ChatUser;
    principal.isVerified = isVerified;
    principal.subject = customer.value;
    principal.tenant = tenant;
    principal.family = m_ids.next();
    principal.conversation = conversation;
    return issue(std::move(principal), m_lives.customerAccess).accessToken;
}

boost::asio::awaitable<Result<std::int64_t>> SignIn::deleteExpired()
{
    // A day longer than they could be used, so that a reused token still finds what it belonged to.
    const std::int64_t beforeMs = m_clock.nowMs() - millis(kLongestAccess);
    auto job = [beforeMs](store::Transaction& tx) {
        return TokenFamilyRepository().deleteExpired(tx, beforeMs);
    };
    store::Scope scope = store::Scope::platform();
    co_return co_await m_database.transact(std::move(scope), std::move(job));
}

} // namespace parley::server::identity
