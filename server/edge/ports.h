// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request.h"
#include "server/security/principal.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// What the edge needs to know that is stored elsewhere. The daemon supplies one of each; all are called from
/// every I/O thread and outlive the server.

/// Tells who a bearer token belongs to.
class Authenticator {
public:
    virtual ~Authenticator() = default;

    /// What is known without waiting (a token that was verified a moment ago); empty: ask authenticate().
    virtual std::optional<security::Principal> recall(std::string_view) { return std::nullopt; }

    /// @errors Unauthenticated not a token of ours, expired or revoked; Storage
    virtual boost::asio::awaitable<Result<security::Principal>> authenticate(std::string token) = 0;
};

/// Tells which tenant an `X-Tenant` header names.
class TenantResolver {
public:
    virtual ~TenantResolver() = default;

    /// @param idOrSlug  as the client wrote it; @errors NotFound; Storage
    virtual boost::asio::awaitable<Result<TenantId>> resolve(std::string idOrSlug) = 0;
};

/// Counts requests.
class RateLimiter {
public:
    virtual ~RateLimiter() = default;

    /// Counts one request. @param key  who is counted: "address:…", "session:…", "user:…", "client:…"
    /// @return how long to wait when it is one too many
    virtual std::optional<std::chrono::seconds> count(std::string_view key, int perMinute) = 0;
};

/// Tells which web origins may call. @param origin  as browsers send it: "https://shop.example"
class OriginPolicy {
public:
    virtual ~OriginPolicy() = default;

    /// Whether any tenant allows it: a preflight carries no token.
    virtual boost::asio::awaitable<bool> isAllowedAnywhere(std::string origin) = 0;
    virtual boost::asio::awaitable<bool> isAllowedByTenant(TenantId tenant, std::string origin) = 0;
    /// For routes whose path or query holds a widget's public key; false for an unknown key.
    virtual boost::asio::awaitable<bool> isAllowedByPublicKey(std::string publicKey, std::string origin) = 0;
};

/// Names one repeatable request.
struct IdempotencyKey {
    TenantId tenant;
    /// Role and subject of the caller.
    std::string principal;
    /// "POST /tickets/{id}/notes"
    std::string route;
    /// As the client chose it: 1..255 visible ASCII characters.
    std::string key;
};

/// An answer that can be given again.
struct StoredAnswer {
    int status = 200;
    std::string contentType;
    std::string body;
};

/// What claiming a key found.
struct IdempotencyClaim {
    enum class State {
        Claimed,   ///< nobody had it: run the request, then complete() or abandon() it
        Running,   ///< the first request is under way: ask again a little later
        Answered,  ///< here is the first answer
        OtherBody, ///< the key was used with another request
    };
    State state = State::Claimed;
    StoredAnswer answer;
};

/// Keeps the answers to requests with an Idempotency-Key, 24 hours, inside the tenant.
class IdempotencyStore {
public:
    virtual ~IdempotencyStore() = default;

    /// Claims the key for this request, in one step. @param requestHash  SHA-256 of what was asked, hex. A
    /// claim whose holder died lapses after a few minutes. @errors Storage
    virtual boost::asio::awaitable<Result<IdempotencyClaim>> claim(IdempotencyKey key,
                                                                   std::string requestHash) = 0;
    virtual boost::asio::awaitable<Result<void>> complete(IdempotencyKey key, StoredAnswer answer) = 0;
    /// The request failed and made nothing: it may be tried anew. @errors Storage
    virtual boost::asio::awaitable<Result<void>> abandon(IdempotencyKey key) = 0;
};

/// What is known of a request once it was answered. Views live as long as the call.
struct RequestSummary {
    Method method = Method::Get;
    /// The pattern, never the path: "/ticket/{id}"; empty when no route matched.
    std::string_view route;
    int status = 0;
    std::chrono::microseconds duration{0};
    /// Of the answer, with its header; for a stream all of it.
    std::uint64_t bytesOut = 0;
    std::string_view requestId;
    std::string_view traceId;
    std::string_view role;
    std::string_view tenant;
    /// An error's detail that clients never see; empty: none.
    std::string_view detail;
};

/// Is told of every answered request: metrics and the access log.
/// @thread the connection's I/O thread; must not block
class RequestObserver {
public:
    virtual ~RequestObserver() = default;
    virtual void onAnswered(const RequestSummary& summary) = 0;
};

} // namespace parley::server::edge
