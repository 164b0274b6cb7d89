// SPDX-License-Identifier: MIT
#include "server/edge/request_chain.h"

#include "server/edge/middleware/authorize.h"

#include <exception>

namespace parley::server::edge {

namespace asio = boost::asio;

RequestChain::RequestChain(const EdgeOptions& options, const EdgePorts& ports)
    : m_observer(ports.observer),
      m_spool(ports.spool),
      m_security(options.protocolVersion),
      m_cors(options, ports.origins),
      m_rate(options.limits, ports.rateLimiter),
      m_authenticate(ports.authenticator),
      m_tenant(ports.tenants),
      m_idempotency(ports.idempotency)
{}

Response RequestChain::refuse(RequestContext& context, const Error& error) const
{
    context.failure = error.detail;
    return Response::problem(error, context.requestId);
}

Result<Response> RequestChain::withoutRoute(const RequestContext& context, std::string_view allow)
{
    if (allow.empty()) {
        return fail(ErrorCode::NotFound, "There is nothing here.");
    }
    Response response = Response::empty(204);
    if (context.request.method != Method::Options) {
        Error error;
        error.code = ErrorCode::MethodNotAllowed;
        error.message = "This method is not allowed here.";
        response = Response::problem(error, context.requestId);
    }
    response.headers.add("Allow", std::string(allow));
    return response;
}

asio::awaitable<Result<void>> RequestChain::recognise(RequestContext& context, std::string_view token)
{
    auto known = co_await m_authenticate.run(context, token);
    if (known) {
        co_return known;
    }
    // Guessing tokens is limited like having none.
    if (auto counted = m_rate.countAddress(context); !counted) {
        co_return counted;
    }
    const bool isPublic = context.route->permission == security::Permission::Public;
    if (isPublic && known.error().code == ErrorCode::Unauthenticated) {
        // A public route may take another kind of bearer than ours, or be called with an old token.
        co_return Result<void>{};
    }
    co_return known;
}

asio::awaitable<Result<Response>> RequestChain::run(RequestContext& context, std::string_view allow)
{
    if (context.route == nullptr) {
        if (!allow.empty() && Cors::isPreflight(context.request)) {
            co_return co_await m_cors.preflight(context, allow);
        }
        co_return withoutRoute(context, allow);
    }
    const std::string_view token = bearerToken(context.request);
    if (token.empty()) {
        if (auto counted = m_rate.countAddress(context); !counted) {
            co_return fail(std::move(counted).error());
        }
    } else if (!m_authenticate.recall(context, token)) {
        if (auto known = co_await recognise(context, token); !known) {
            co_return fail(std::move(known).error());
        }
    }
    if (!context.principal.isAnonymous()) {
        if (auto counted = m_rate.countPrincipal(context); !counted) {
            co_return fail(std::move(counted).error());
        }
    }
    if (context.request.headers.find("origin") != nullptr) {
        if (auto allowed = co_await m_cors.check(context); !allowed) {
            co_return fail(std::move(allowed).error());
        }
    }
    if (!TenantResolution::isSettled(context)) {
        if (auto settled = co_await m_tenant.run(context); !settled) {
            co_return fail(std::move(settled).error());
        }
    }
    if (auto allowed = authorize(context); !allowed) {
        co_return fail(std::move(allowed).error());
    }
    if (context.receiveBody) {
        if (auto received = co_await context.receiveBody(); !received) {
            co_return fail(std::move(received).error());
        }
    }
    if (Idempotency::applies(context)) {
        co_return co_await m_idempotency.run(context);
    }
    co_return co_await context.route->handler(context);
}

asio::awaitable<Response> RequestChain::handle(RequestContext& context, std::string_view allow)
{
    Result<Response> result = fail(ErrorCode::Internal, "Something went wrong.");
    try {
        result = co_await run(context, allow);
    } catch (const std::exception& error) {
        result.error().detail = error.what();
    } catch (...) {
        result.error().detail = "something that is no std::exception was thrown";
    }
    if (!result) {
        Error error = std::move(result).error();
        const bool mayBeCut = error.code == ErrorCode::Internal || error.code == ErrorCode::Cancelled;
        if (mayBeCut && context.isCancelled) {
            error.code = ErrorCode::Timeout;
            error.message = "The request took too long.";
        }
        result = refuse(context, error);
    }
    m_cors.expose(context, *result);
    co_return std::move(*result);
}

void RequestChain::answered(const RequestContext& context,
                            int status,
                            std::uint64_t bytes,
                            std::chrono::microseconds time) const
{
    if (m_observer == nullptr) {
        return;
    }
    RequestSummary summary;
    summary.method = context.request.method;
    summary.route = context.route != nullptr ? std::string_view(context.route->pattern) : std::string_view();
    summary.status = status;
    summary.duration = time;
    summary.bytesOut = bytes;
    summary.requestId = context.requestId;
    summary.traceId = context.traceId;
    summary.role = security::roleName(context.principal.role);
    summary.tenant = context.tenant.value;
    summary.detail = context.failure;
    m_observer->onAnswered(summary);
}

} // namespace parley::server::edge
