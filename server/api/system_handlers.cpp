// SPDX-License-Identifier: MIT
#include "server/api/system_handlers.h"

#include "server/edge/middleware/authenticate.h"
#include "server/security/digest.h"
#include "shared/core/version.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace parley::server::api {

namespace {

using Answer = boost::asio::awaitable<Result<edge::Response>>;

constexpr std::string_view kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

edge::Route publicRoute(std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route;
    route.method = edge::Method::Get;
    route.pattern = std::move(pattern);
    route.permission = security::Permission::Public;
    route.tenant = edge::TenantRule::None;
    route.rate = edge::RateClass::Uncounted;
    route.doc = std::move(doc);
    route.handler = std::move(handler);
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
        publicRoute("/health",
                    {"Whether the daemon is live and ready", "Operations", "", "Health", 200, {}},
                    [shared](edge::RequestContext&) -> Answer { co_return health(shared->isReady()); }));
    router.add(publicRoute("/metrics",
                           {"Prometheus metrics", "Operations", "", "text/plain", 200, {}},
                           [shared](edge::RequestContext& request) { return metrics(shared, request); }));
    edge::Route detailed;
    detailed.method = edge::Method::Get;
    detailed.pattern = "/health/detailed";
    detailed.permission = security::Permission::OperatorStatus;
    detailed.tenant = edge::TenantRule::Optional;
    detailed.doc = {"The daemon's parts and how they are", "Operations", "", "HealthDetail", 200, {}};
    detailed.handler = [shared](edge::RequestContext&) -> Answer {
        const bool isReady = shared->isReady();
        const nlohmann::json body = {{"status", isReady ? "ok" : "unavailable"},
                                     {"version", kVersion},
                                     {"checks", shared->details()}};
        co_return edge::Response::json(isReady ? 200 : 503, body);
    };
    router.add(std::move(detailed));
}

} // namespace parley::server::api
