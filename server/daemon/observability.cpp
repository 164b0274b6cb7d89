// SPDX-License-Identifier: MIT
#include "server/daemon/observability.h"

#include <algorithm>

namespace parley::server::daemon {

std::string RequestMetrics::keyOf(edge::Method method, std::string_view route)
{
    std::string key(edge::methodName(method));
    key += ' ';
    key += route;
    return key;
}

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
        m_routes.emplace(keyOf(route.method, route.pattern), handlesOf(method, route.pattern));
    }
    m_unmatched = handlesOf("other", "unmatched");
}

void RequestMetrics::onAnswered(const edge::RequestSummary& summary)
{
    // HEAD is served by GET's route.
    const edge::Method method = summary.method == edge::Method::Head ? edge::Method::Get : summary.method;
    const auto known = m_routes.find(keyOf(method, summary.route));
    const Handles& handles = known == m_routes.end() ? m_unmatched : known->second;
    const auto kind = static_cast<std::size_t>(std::clamp(summary.status / 100, 1, 5) - 1);
    handles.byClass.at(kind).add();
    handles.seconds.observe(std::chrono::duration<double>(summary.duration).count());
}

} // namespace parley::server::daemon
