// SPDX-License-Identifier: MIT
#include "server/telemetry/metrics.h"
#include "tests/support/test_main.h"

#include <stdexcept>

using namespace parley::server::telemetry;

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsCountedIsShown()
    {
        Metrics metrics;
        metrics.counter("parley_requests_total", "Requests.", {{"route", "/health"}}).add(3);
        metrics.gauge("parley_streams", "Open streams.").set(7);
        metrics.histogram("parley_wait_seconds", "Wait.", {0.1, 1}).observe(0.5);

        const std::string text = metrics.exposition();

        for (const char* line : {"# HELP parley_requests_total Requests.\n",
                                 "# TYPE parley_requests_total counter\n",
                                 "parley_requests_total{route=\"/health\"} 3\n",
                                 "parley_streams 7\n",
                                 "parley_wait_seconds_bucket{le=\"0.1\"} 0\n",
                                 "parley_wait_seconds_bucket{le=\"1\"} 1\n",
                                 "parley_wait_seconds_count 1\n"}) {
            QVERIFY2(text.find(line) != std::string::npos, line);
        }
    }

    void theSameNameAndLabelsAreTheSameNumber()
    {
        Metrics metrics;
        const Labels labels{{"pool", "cpu"}};
        metrics.counter("parley_jobs_total", "Jobs.", labels).add();
        const Counter again = metrics.counter("parley_jobs_total", "Jobs.", labels);
        again.add();

        QCOMPARE(again.value(), 2.0);
        QCOMPARE(metrics.counter("parley_jobs_total", "Jobs.", {{"pool", "io"}}).value(), 0.0);
    }

    void collectorsRunBeforeEachExposition()
    {
        Metrics metrics;
        int reads = 0;
        const Gauge gauge = metrics.gauge("parley_reads", "Reads.");
        metrics.addCollector([&] { gauge.set(++reads); });

        QVERIFY(metrics.exposition().find("parley_reads 1\n") != std::string::npos);
        QVERIFY(metrics.exposition().find("parley_reads 2\n") != std::string::npos);
    }

    void aHandleOfNothingCountsNothing()
    {
        Counter().add();
        Gauge().set(1);
        Histogram().observe(1);

        QCOMPARE(Counter().value(), 0.0);
        QCOMPARE(Gauge().value(), 0.0);
    }

    void namesAreOurs()
    {
        Metrics metrics;

        QVERIFY_EXCEPTION_THROWN(metrics.counter("requests_total", ""), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(metrics.gauge("parley_a-b", ""), std::logic_error);
    }
};

PARLEY_TEST("metrics", MetricsTest)
#include "metrics_test.moc"
