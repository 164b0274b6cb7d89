// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/body_file.h"
#include "server/edge/middleware/authenticate.h"
#include "server/edge/middleware/cors.h"
#include "server/edge/middleware/idempotency.h"
#include "server/edge/middleware/rate_limit.h"
#include "server/edge/middleware/request_id.h"
#include "server/edge/middleware/security_headers.h"
#include "server/edge/middleware/tenant.h"
#include "server/edge/options.h"
#include "server/edge/ports.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace parley::server::edge {

/// What a server is given. All outlive it. `observer` may be null, and `spool` where no route takes files.
struct EdgePorts {
    Authenticator& authenticator;
    TenantResolver& tenants;
    RateLimiter& rateLimiter;
    OriginPolicy& origins;
    IdempotencyStore& idempotency;
    RequestObserver* observer = nullptr;
    BodySpool* spool = nullptr;
};

/// What happens around every handler, in this order: request id, (access log), (security headers), CORS, rate
/// limit, authenticate, tenant, authorize, (a large body), idempotency. Steps that need not wait cost no coroutine. Any
/// thread.
class RequestChain {
public:
    RequestChain(const EdgeOptions& options, const EdgePorts& ports);

    /// Sets request and trace id; everything else may fail and needs them to say so.
    void identify(RequestContext& context) { m_identity.apply(context); }

    /// Answers a request: never fails, never throws what a handler threw.
    /// @param allow  Router::Match::allow
    boost::asio::awaitable<Response> handle(RequestContext& context, std::string_view allow);

    /// Where bodies of routes that take files go; null: nowhere.
    [[nodiscard]] BodySpool* spool() const { return m_spool; }

    /// A problem document for a request that no handler sees.
    Response refuse(RequestContext& context, const Error& error) const;

    /// Header lines that every answer carries.
    [[nodiscard]] std::string_view standardLines(const Response& response, bool isTls) const
    {
        return m_security.lines(response, isTls);
    }

    /// Tells the observer that the answer went out.
    void answered(const RequestContext& context,
                  int status,
                  std::uint64_t bytes,
                  std::chrono::microseconds time) const;

private:
    boost::asio::awaitable<Result<Response>> run(RequestContext& context, std::string_view allow);
    boost::asio::awaitable<Result<void>> recognise(RequestContext& context, std::string_view token);
    static Result<Response> withoutRoute(const RequestContext& context, std::string_view allow);

    RequestObserver* m_observer;
    BodySpool* m_spool;
    RequestIdentity m_identity;
    SecurityHeaders m_security;
    Cors m_cors;
    RateLimit m_rate;
    Authenticate m_authenticate;
    TenantResolution m_tenant;
    Idempotency m_idempotency;
};

} // namespace parley::server::edge
