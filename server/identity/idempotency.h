// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/idempotency_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <string_view>

namespace parley::server::identity {

/// How long an answer is kept, and after how long a request that never ended may be run again.
inline constexpr std::int64_t kIdempotencyLifeMs = 24LL * 60 * 60 * 1000;
inline constexpr std::int64_t kIdempotencyStaleMs = 60'000;

/// One request under an Idempotency-Key.
struct IdempotentRequest {
    TenantId tenant;
    /// Role and subject of who makes it: "supporter:0192…".
    std::string principal;
    /// Method and pattern: "POST /users".
    std::string route;
    std::string key;
    /// The whole body as it came.
    std::string body;
    /// Whom it is about, if anybody: erased with him.
    CustomerId customer;
};

/// What a request with a key has to do.
struct IdempotencyStart {
    enum class Outcome {
        Run,      ///< run it, then finish() or abandon() with `attempt`
        Wait,     ///< another one runs; ask again soon
        Replay,   ///< answer `status` and `body`
        Mismatch, ///< the key was used with another body: 409
    };
    Outcome outcome = Outcome::Run;
    TenantId tenant;
    store::IdempotencyRow attempt;
    int status = 0;
    std::string body;
};

/// The Idempotency-Key store: per principal, route and key inside the tenant, for 24 hours. A request whose
/// node died may be run by another after 60 s, and at once where there is no other node. Any thread.
class Idempotency {
public:
    /// @param aloneSinceMs  no other process has served this database since then: what ran before runs no
    /// more. 0: there may be others
    Idempotency(store::Database& database, const Clock& clock, std::int64_t aloneSinceMs = 0);

    /// @errors InvalidArgument the key is empty, above 255 characters or not printable ASCII; Storage
    boost::asio::awaitable<Result<IdempotencyStart>> begin(IdempotentRequest request);

    /// Keeps the answer, without the secrets in it. @param body  JSON, or empty @errors Storage
    boost::asio::awaitable<Result<void>> finish(IdempotencyStart started, int status, std::string body);

    /// Forgets the attempt: it failed in a way that is worth another try (5xx, 429). @errors Storage
    boost::asio::awaitable<Result<void>> abandon(IdempotencyStart started);

private:
    store::Database& m_database;
    const Clock& m_clock;
    const std::int64_t m_aloneSinceMs;
};

} // namespace parley::server::identity
