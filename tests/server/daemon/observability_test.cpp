// SPDX-License-Identifier: MIT
#include "server/daemon/observability.h"
#include "tests/support/test_main.h"

using namespace parley::server;

class ObservabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAreCountedByRouteAndKindOfStatus()
    {
        edge::Router router;
        edge::Route route;
        route.method = edge::Method::Get;
        route.pattern = "/tickets/{id}";
        route.handler = [](edge::RequestContext&) -> boost::asio::awaitable<parley::Result<edge::Response>> {
            co_return edge::Response();
        };
        router.add(std::move(route));
        telemetry::Metrics metrics;
        daemon::RequestMetrics requests(metrics);
        requests.prepare(router);
        edge::RequestSummary summary;
        summary.route = router.routes().front().pattern;
        for (const int status : {200, 204, 404}) {
            summary.status = status;
            requests.onAnswered(summary);
        }
        summary.method = edge::Method::Head;
        requests.onAnswered(summary);
        summary.route = {};
        requests.onAnswered(summary);
        // What no status can be must not write beside the table.
        summary.status = 0;
        requests.onAnswered(summary);

        const auto counted = [&](const char* method, const char* shown, const char* kind) {
            return metrics
                .counter("parley_http_requests_total",
                         "Requests answered",
                         {{"method", method}, {"route", shown}, {"status", kind}})
                .value();
        };

        QCOMPARE(counted("GET", "/tickets/{id}", "2xx"), 2.0);
        QCOMPARE(counted("GET", "/tickets/{id}", "4xx"), 2.0);
        QCOMPARE(counted("other", "unmatched", "4xx"), 1.0);
        QCOMPARE(counted("other", "unmatched", "1xx"), 1.0);
    }
};

PARLEY_TEST("observability", ObservabilityTest)
#include "observability_test.moc"
