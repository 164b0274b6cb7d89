// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
} // namespace prometheus

namespace parley::server::telemetry {

/// A number that only grows. A default one counts nothing, so that a metric may be left out. @thread any
class Counter {
public:
    Counter() = default;
    void add(double amount = 1) const;
    [[nodiscard]] double value() const;

private:
    friend class Metrics;
    explicit Counter(prometheus::Counter& counter) : m_counter(&counter) {}
    prometheus::Counter* m_counter = nullptr;
};

/// A number that goes up and down. @thread any
class Gauge {
public:
    Gauge() = default;
    void set(double value) const;
    void add(double amount) const;
    [[nodiscard]] double value() const;

private:
    friend class Metrics;
    explicit Gauge(prometheus::Gauge& gauge) : m_gauge(&gauge) {}
    prometheus::Gauge* m_gauge = nullptr;
};

/// Counts observations by size. @thread any
class Histogram {
public:
    Histogram() = default;
    void observe(double value) const;

private:
    friend class Metrics;
    explicit Histogram(prometheus::Histogram& histogram) : m_histogram(&histogram) {}
    prometheus::Histogram* m_histogram = nullptr;
};

using Labels = std::map<std::string, std::string>;

/// Upper bounds for durations in seconds, 0.5 ms to 30 s.
const std::vector<double>& durationBuckets();

/// All metrics of the daemon. Handles are obtained once, at start-up, with their labels, and stay valid as
/// long as this lives; asking again for the same name and labels gives the same number. Labels come from a
/// small fixed set (route pattern, status class), never from what a client sends.
/// @thread any
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// @param name  "parley_…_total"
    /// @throws std::logic_error for a name that does not begin with parley_ or is no Prometheus name
    Counter counter(std::string_view name, std::string_view help, const Labels& labels = {});
    Gauge gauge(std::string_view name, std::string_view help, const Labels& labels = {});
    /// @param buckets  upper bounds, rising
    Histogram histogram(std::string_view name,
                        std::string_view help,
                        const std::vector<double>& buckets = durationBuckets(),
                        const Labels& labels = {});

    /// Is called before each exposition, one after another, to set gauges that are read rather than kept.
    void addCollector(std::function<void()> refresh);

    /// Everything in Prometheus' text format 0.0.4.
    [[nodiscard]] std::string exposition() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::server::telemetry
