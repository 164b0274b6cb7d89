// SPDX-License-Identifier: MIT
#include "server/api/system_handlers.h"

#include "server/api/routes.h"
#include "server/edge/middleware/authenticate.h"
#include "server/security/digest.h"
#include "shared/core/version.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace parley::server::api {

namespace {

using Answer = boost::asio::awaitable<Result<edge::Response>>;

constexpr std::string_view kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

/// Asked often by machines, so not counted against the limits.
edge::Route probeRoute(std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route =
        publicRoute(edge::Method::Get, std::move(pattern), std::move(doc), std::move(handler));
    route.rate = edge::RateClass::Uncounted;
    return route;
}

edge::Response health(bool isReady)
{
    if (isReady) {
        return edge::Response::text(200, R"({"status":"ok"})", "application/json");
    }
    edge::Response response = edge::Response::text(503, R"({"status":"unavailable"})", "application/json");
    response.headers.set("Retry-After", "2");
    return response;
}

Answer metrics(std::shared_ptr<const SystemProbes> probes, edge::RequestContext& request)
{
    const std::string_view token = edge::bearerToken(request.request);
    const bool isKnown =
        !probes->metricsToken.isEmpty() && security::constantTimeEquals(token, probes->metricsToken.reveal());
    if (!request.request.isLoopback && !isKnown) {
        co_return fail(
            ErrorCode::Forbidden,
            "Metrics are for this machine, or for who has the token of the setting metrics.token.");
    }
    co_return edge::Response::text(200, probes->metrics(), kMetricsType);
}

} // namespace

void addSystemRoutes(edge::Router& router, SystemProbes probes)
{
    const auto shared = std::make_shared<const SystemProbes>(std::move(probes));
    router.add(
        probeRoute("/health",
                   {"Whether the daemon is live and ready", "Operations", "", "Health", 200, {}},
                   [shared](edge::RequestContext&) -> Answer { co_return health(shared->isReady()); }));
    router.add(probeRoute("/metrics",
                          {"Prometheus metrics", "Operations", "", "text/plain", 200, {}},
                          [shared](edge::RequestContext& request) { return metrics(shared, request); }));
    edge::Route detailed;
    detailed.method = edge::Method::Get;
    detailed.pattern = "/health/detailed";
    detailed.permission = security::Permission::OperatorStatus;
    detailed.tenant = edge::TenantRule::Optional;
    detailed.doc = {"The daemon's parts and how they are", "Operations", "", "HealthDetail", 200, {}};
    detailed.handler = [shared](edge::RequestContext& request) -> Answer {
        const bool isReady = shared->isReady();
        const nlohmann::json body = {{"status", isReady ? "ok" : "unavailable"},
                                     {"version", kVersion},
                                     {"checks", shared->details(request.tenant)}};
        co_return edge::Response::json(isReady ? 200 : 503, body);
    };
    router.add(std::move(detailed));
}

} // namespace parley::server::api
