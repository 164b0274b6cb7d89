// SPDX-License-Identifier: MIT
#include "server/edge/middleware/cors.h"

#include <algorithm>

namespace parley::server::edge {

namespace {

constexpr std::string_view kAllowedHeaders =
    "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, X-Request-Id, traceparent";
constexpr std::string_view kExposedHeaders = "X-Request-Id, Retry-After, ETag, Parley-Protocol, Location";

tl::unexpected<Error> refused()
{
    Error error;
    error.code = ErrorCode::Forbidden;
    error.problem = "origin_refused";
    error.message = "This origin may not call this desk.";
    return fail(std::move(error));
}

/// "https://desk.example/path" -> "https://desk.example"
std::string originOf(std::string_view url)
{
    const std::size_t host = url.find("://");
    const std::size_t end = host == std::string_view::npos ? host : url.find('/', host + 3);
    return std::string(url.substr(0, end));
}

} // namespace

Cors::Cors(const EdgeOptions& options, OriginPolicy& policy)
    : m_policy(policy), m_ownOrigin(originOf(options.publicUrl)), m_operatorOrigins(options.operatorOrigins)
{}

bool Cors::isPreflight(const Request& request)
{
    return request.method == Method::Options && request.headers.find("origin") != nullptr &&
           request.headers.find("access-control-request-method") != nullptr;
}

bool Cors::isOwn(const Request& request, std::string_view origin) const
{
    if (!m_ownOrigin.empty() && origin == m_ownOrigin) {
        return true;
    }
    const std::string_view scheme = request.isTls ? "https://" : "http://";
    return origin.starts_with(scheme) && origin.substr(scheme.size()) == request.headers.get("host");
}

bool Cors::isOperators(std::string_view origin) const
{
    const auto matches = [origin](const std::string& known) { return known == "*" || known == origin; };
    return std::any_of(m_operatorOrigins.begin(), m_operatorOrigins.end(), matches);
}

boost::asio::awaitable<Result<Response>> Cors::preflight(RequestContext& context, std::string_view allow)
{
    const std::string origin(context.request.headers.get("origin"));
    if (!isOwn(context.request, origin) && !isOperators(origin)) {
        const bool isGranted = co_await m_policy.isAllowedAnywhere(origin);
        if (!isGranted) {
            co_return refused();
        }
    }
    Response response = Response::empty(204);
    response.headers.add("Access-Control-Allow-Origin", origin);
    response.headers.add("Access-Control-Allow-Methods", std::string(allow));
    response.headers.add("Access-Control-Allow-Headers", std::string(kAllowedHeaders));
    response.headers.add("Access-Control-Max-Age", "600");
    response.headers.add("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    co_return response;
}

boost::asio::awaitable<Result<void>> Cors::check(RequestContext& context)
{
    const std::string origin(context.request.headers.get("origin"));
    context.isOriginAllowed = isOwn(context.request, origin);
    if (context.isOriginAllowed) {
        co_return Result<void>{};
    }
    std::string publicKey(context.pathParameter("public_key"));
    const bool isOpen = context.route->permission == security::Permission::Public;
    if (publicKey.empty() && isOpen) {
        publicKey = context.request.parameter("tenant").value_or(std::string());
    }
    const auto role = context.principal.role;
    if (!publicKey.empty()) {
        context.isOriginAllowed = co_await m_policy.isAllowedByPublicKey(publicKey, origin);
    } else if (role == security::Role::ChatUser || role == security::Role::ApiClient) {
        context.isOriginAllowed = co_await m_policy.isAllowedByTenant(context.principal.tenant, origin);
    } else {
        context.isOriginAllowed = isOperators(origin);
        // What anyone may fetch without a token is not refused; the page just may not read it.
        if (isOpen || role == security::Role::Anonymous) {
            co_return Result<void>{};
        }
    }
    if (!context.isOriginAllowed) {
        co_return refused();
    }
    co_return Result<void>{};
}

void Cors::expose(const RequestContext& context, Response& response) const
{
    const std::string* origin = context.request.headers.find("origin");
    if (origin == nullptr) {
        return;
    }
    if (response.headers.find("vary") == nullptr) {
        response.headers.add("Vary", "Origin");
    }
    if (context.isOriginAllowed && response.headers.find("access-control-allow-origin") == nullptr) {
        response.headers.add("Access-Control-Allow-Origin", *origin);
        response.headers.add("Access-Control-Expose-Headers", std::string(kExposedHeaders));
    }
}

} // namespace parley::server::edge
