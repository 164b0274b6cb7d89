// SPDX-License-Identifier: MIT
#include "server/daemon/observability.h"

#include <algorithm>

namespace parley::server::daemon {

RequestMetrics::Handles RequestMetrics::handlesOf(const std::string& method, const std::string& route)
{
    Handles handles;
    for (std::size_t i = 0; i < handles.byClass.size(); ++i) {
        handles.byClass[i] = m_metrics.counter("parley_http_requests_total",
                                               "Requests answered",
                                               {{"method", method},
                                                {"route", route},
                                                {"status", std::to_string(i + 1) + "xx"}});
    }
    handles.seconds = m_metrics.histogram("parley_http_request_seconds",
                                          "Time from the request's last byte to the answer's last",
                                          telemetry::durationBuckets(),
                                          {{"method", method}, {"route", route}});
    return handles;
}

void RequestMetrics::prepare(const edge::Router& router)
{
    for (const edge::Route& route : router.routes()) {
        const std::string method(edge::methodName(route.method));
        m_routes.emplace(route.pattern.data(), handlesOf(method, route.pattern));
    }
    m_unmatched = handlesOf("other", "unmatched");
}

void RequestMetrics::onAnswered(const edge::RequestSummary& summary)
{
    const auto known = m_routes.find(summary.route.data());
    const Handles& handles = known == m_routes.end() ? m_unmatched : known->second;
    const auto kind = static_cast<std::size_t>(std::clamp(summary.status / 100, 1, 5) - 1);
    handles.byClass.at(kind).add();
    handles.seconds.observe(std::chrono::duration<double>(summary.duration).count());
}

} // namespace parley::server::daemon
