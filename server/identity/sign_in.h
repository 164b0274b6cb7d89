// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/failure_limiter.h"
#include "server/identity/revocation_list.h"
#include "server/identity/tenant_directory.h"
#include "server/runtime/worker_pool.h"
#include "server/security/jwt.h"
#include "server/security/password.h"
#include "server/security/secret.h"

#include <chrono>
#include <optional>
#include <string>

namespace parley::server::identity {

/// Lives of tokens, and how many failures come before a wait. Access tokens are cut at 24 h whatever is asked
/// for: revocations are remembered that long.
struct TokenLives {
    std::chrono::seconds operatorAccess = std::chrono::minutes{15};
    std::chrono::seconds clientAccess = std::chrono::minutes{15};
    std::chrono::seconds customerAccess = std::chrono::hours{24};
    /// Counted anew at every use.
    std::chrono::seconds refresh = std::chrono::hours{24 * 30};
    int passwordCost = security::kPasswordCost;
    FailureLimits failures;
};

/// What a sign-in gives.
struct IssuedTokens {
    std::string accessToken;
    std::chrono::seconds expiresIn{0};
    /// Empty for an api client.
    security::Secret refreshToken;
    /// None for an api client.
    std::optional<store::UserRow> user;
    security::Principal principal;
};

/// The grants of `POST /oauth/token` and what ends them. Every refusal is the same `invalid_credentials`,
/// takes the same time whether the account exists or not, and counts against the failure limits.
///
/// A refresh token is "<family>.<256 random bits>"; only the newest one's SHA-256 is stored. It is used once:
/// whoever presents an older one (a thief, or the owner after a thief) ends the whole family. Any thread.
/// @source OAuth 2.0 Security Best Current Practice, 4.14
class SignIn {
public:
    SignIn(store::Database& database,
           runtime::WorkerPool& cpu,
           const security::SigningKeys& keys,
           const TenantDirectory& tenants,
           RevocationList& revocations,
           const Clock& clock,
           IdSource& ids,
           TokenLives lives = {});

    /// @errors Unauthenticated (`invalid_credentials`); RateLimited; Unavailable the cpu pool is full;
    /// Storage
    boost::asio::awaitable<Result<IssuedTokens>>
    password(std::string email, security::Secret password, std::string address);

    /// @errors as password
    boost::asio::awaitable<Result<IssuedTokens>>
    clientCredentials(std::string clientId, security::Secret secret, std::string address);

    /// @errors as password
    boost::asio::awaitable<Result<IssuedTokens>> refresh(security::Secret token, std::string address);

    /// Ends the bearer's token family; here at once, on the other nodes within 2 s. @errors Storage
    boost::asio::awaitable<Result<void>> revoke(security::Principal principal);

    /// A chat_user's token for one conversation. The caller has checked that it is the customer's.
    /// @param isVerified  the bearer proved just now who it is; a resume token proves nothing
    [[nodiscard]] std::string issueCustomerToken(const TenantId& tenant,
                                                 const CustomerId& customer,
                                                 const ConversationId& conversation,
                                                 bool isVerified);

    /// Forgets families that expired. @return how many @errors Storage
    boost::asio::awaitable<Result<std::int64_t>> deleteExpired();

private:
    struct Refresh;
    boost::asio::awaitable<Result<bool>> verify(security::Secret password,
                                                std::optional<store::UserRow> user);
    boost::asio::awaitable<Result<IssuedTokens>> openFamily(store::UserRow user);
    [[nodiscard]] bool isTenantActive(const TenantId& tenant) const;
    [[nodiscard]] security::Principal principalOf(const store::UserRow& user, std::string family) const;
    [[nodiscard]] IssuedTokens issue(security::Principal principal, std::chrono::seconds life) const;
    Result<Refresh> rotate(store::Transaction& tx, const Refresh& wanted) const;

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    const security::SigningKeys& m_keys;
    const TenantDirectory& m_tenants;
    RevocationList& m_revocations;
    const Clock& m_clock;
    IdSource& m_ids;
    const TokenLives m_lives;
    FailureLimiter m_failures;
};

} // namespace parley::server::identity
