// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_chain.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace parley::test {

namespace edge = parley::server::edge;
namespace security = parley::server::security;

/// Tokens are looked up in a table.
class FakeAuthenticator final : public edge::Authenticator {
public:
    boost::asio::awaitable<Result<security::Principal>> authenticate(std::string token) override
    {
        const auto found = principals.find(token);
        if (found == principals.end()) {
            co_return fail(ErrorCode::Unauthenticated, "The token is not valid.");
        }
        co_return found->second;
    }

    std::map<std::string, security::Principal> principals;
};

class FakeTenants final : public edge::TenantResolver {
public:
    boost::asio::awaitable<Result<TenantId>> resolve(std::string idOrSlug) override
    {
        const auto found = tenants.find(idOrSlug);
        if (found == tenants.end()) {
            co_return fail(ErrorCode::NotFound, "There is no such tenant.");
        }
        co_return found->second;
    }

    std::map<std::string, TenantId> tenants;
};

/// Refuses the keys it is told to and remembers what was counted.
class FakeRateLimiter final : public edge::RateLimiter {
public:
    std::optional<std::chrono::seconds> count(std::string_view key, int perMinute) override
    {
        const std::lock_guard lock(mutex);
        counted.emplace_back(std::string(key) + " " + std::to_string(perMinute));
        return refused.contains(std::string(key)) ? std::optional(std::chrono::seconds{7}) : std::nullopt;
    }

    std::mutex mutex;
    std::vector<std::string> counted;
    std::set<std::string> refused;
};

class FakeOrigins final : public edge::OriginPolicy {
public:
    boost::asio::awaitable<bool> isAllowedAnywhere(std::string origin) override
    {
        for (const auto& [who, allowed] : origins) {
            if (allowed == origin) {
                co_return true;
            }
        }
        co_return false;
    }
    boost::asio::awaitable<bool> isAllowedByTenant(TenantId tenant, std::string origin) override
    {
        co_return origins.contains({tenant.value, origin});
    }
    boost::asio::awaitable<bool> isAllowedByPublicKey(std::string publicKey, std::string origin) override
    {
        co_return origins.contains({publicKey, origin});
    }

    /// Tenant or public key, and an origin it allows.
    std::set<std::pair<std::string, std::string>> origins;
};

/// Keeps answers in memory; says "running" as often as asked to first.
class FakeIdempotency final : public edge::IdempotencyStore {
public:
    boost::asio::awaitable<Result<edge::IdempotencyClaim>> claim(edge::IdempotencyKey key,
                                                                 std::string hash) override
    {
        edge::IdempotencyClaim claim;
        auto& entry = entries[key.principal + "|" + key.route + "|" + key.key];
        if (entry.hash.empty()) {
            entry.hash = hash;
        } else if (entry.hash != hash) {
            claim.state = edge::IdempotencyClaim::State::OtherBody;
        } else if (entry.isAnswered && runningAnswers-- <= 0) {
            claim.state = edge::IdempotencyClaim::State::Answered;
            claim.answer = entry.answer;
        } else {
            ++waits;
            claim.state = edge::IdempotencyClaim::State::Running;
        }
        co_return claim;
    }
    boost::asio::awaitable<Result<void>> complete(edge::IdempotencyKey key,
                                                  edge::StoredAnswer answer) override
    {
        auto& entry = entries[key.principal + "|" + key.route + "|" + key.key];
        entry.isAnswered = true;
        entry.answer = std::move(answer);
        co_return Result<void>{};
    }
    boost::asio::awaitable<Result<void>> abandon(edge::IdempotencyKey key) override
    {
        entries.erase(key.principal + "|" + key.route + "|" + key.key);
        co_return Result<void>{};
    }

    struct Entry {
        std::string hash;
        bool isAnswered = false;
        edge::StoredAnswer answer;
    };
    std::map<std::string, Entry> entries;
    int runningAnswers = 0;
    int waits = 0;
};

/// Remembers what the access log would say.
class FakeObserver final : public edge::RequestObserver {
public:
    struct Line {
        std::string route;
        int status = 0;
        std::string requestId;
        std::string detail;
        std::uint64_t bytes = 0;
    };

    void onAnswered(const edge::RequestSummary& summary) override
    {
        const std::lock_guard lock(mutex);
        lines.push_back(Line{std::string(summary.route),
                             summary.status,
                             std::string(summary.requestId),
                             std::string(summary.detail),
                             summary.bytesOut});
    }

    std::mutex mutex;
    std::vector<Line> lines;
};

struct FakePorts {
    FakeAuthenticator authenticator;
    FakeTenants tenants;
    FakeRateLimiter rateLimiter;
    FakeOrigins origins;
    FakeIdempotency idempotency;
    FakeObserver observer;
    edge::BodySpool* spool = nullptr;

    edge::EdgePorts ports()
    {
        return edge::EdgePorts{authenticator, tenants, rateLimiter, origins, idempotency, &observer, spool};
    }
};

} // namespace parley::test
