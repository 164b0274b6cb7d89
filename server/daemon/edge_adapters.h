// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/identity/idempotency.h"
#include "server/identity/sliding_window.h"
#include "server/identity/tenant_directory.h"
#include "server/identity/token_authenticator.h"
#include "shared/core/clock.h"

#include <map>
#include <mutex>

namespace parley::server::daemon {

/// The edge's ports on top of what identity offers. All are called from every I/O thread.

class TokenPort final : public edge::Authenticator {
public:
    explicit TokenPort(identity::TokenAuthenticator& tokens) : m_tokens(tokens) {}
    /// Verifying takes no database call, so nothing is ever waited for.
    std::optional<security::Principal> recall(std::string_view token) override;
    boost::asio::awaitable<Result<security::Principal>> authenticate(std::string token) override;

private:
    identity::TokenAuthenticator& m_tokens;
};

class TenantPort final : public edge::TenantResolver {
public:
    explicit TenantPort(const identity::TenantDirectory& tenants) : m_tenants(tenants) {}
    boost::asio::awaitable<Result<TenantId>> resolve(std::string idOrSlug) override;

private:
    const identity::TenantDirectory& m_tenants;
};

class RatePort final : public edge::RateLimiter {
public:
    explicit RatePort(const Clock& clock) : m_clock(clock), m_window(std::chrono::minutes(1), kMostKeys) {}
    std::optional<std::chrono::seconds> count(std::string_view key, int perMinute) override;

private:
    static constexpr std::size_t kMostKeys = 100'000;
    const Clock& m_clock;
    identity::SlidingWindow m_window;
};

class OriginPort final : public edge::OriginPolicy {
public:
    explicit OriginPort(const identity::TenantDirectory& tenants) : m_tenants(tenants) {}
    boost::asio::awaitable<bool> isAllowedAnywhere(std::string origin) override;
    boost::asio::awaitable<bool> isAllowedByTenant(TenantId tenant, std::string origin) override;
    boost::asio::awaitable<bool> isAllowedByPublicKey(std::string publicKey, std::string origin) override;

private:
    const identity::TenantDirectory& m_tenants;
};

/// Platform routes have no tenant to keep an answer in: their keys are not kept.
class IdempotencyPort final : public edge::IdempotencyStore {
public:
    explicit IdempotencyPort(identity::Idempotency& store) : m_store(store) {}
    boost::asio::awaitable<Result<edge::IdempotencyClaim>> claim(edge::IdempotencyKey key,
                                                                 std::string requestHash) override;
    boost::asio::awaitable<Result<void>> complete(edge::IdempotencyKey key,
                                                  edge::StoredAnswer answer) override;
    boost::asio::awaitable<Result<void>> abandon(edge::IdempotencyKey key) override;

private:
    std::optional<identity::IdempotencyStart> takeStarted(const edge::IdempotencyKey& key);

    identity::Idempotency& m_store;
    std::mutex m_mutex;
    std::map<std::string, identity::IdempotencyStart>
        m_started; // guarded by m_mutex; the requests that run now
};

} // namespace parley::server::daemon
