// SPDX-License-Identifier: MIT
#include "server/telemetry/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <sstream>
#include <stdexcept>

namespace parley::server::telemetry {

struct Metrics::Impl {
    prometheus::Registry registry;
    std::mutex mutex; // guards collectors, and keeps two scrapes from running them at once
    std::vector<std::function<void()>> collectors;
};

namespace {

std::string checkedName(std::string_view name)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (const char c : name) {
        if (!isAllowed(c)) {
            throw std::logic_error("metric name " + std::string(name) +
                                   " has a character that is not allowed");
        }
    }
    if (!name.starts_with("parley_")) {
        throw std::logic_error("metric name " + std::string(name) + " does not begin with parley_");
    }
    return std::string(name);
}

} // namespace

void Counter::add(double amount) const
{
    if (m_counter != nullptr) {
        m_counter->Increment(amount);
    }
}

double Counter::value() const
{
    return m_counter == nullptr ? 0 : m_counter->Value();
}

void Gauge::set(double value) const
{
    if (m_gauge != nullptr) {
        m_gauge->Set(value);
    }
}

void Gauge::add(double amount) const
{
    if (m_gauge != nullptr) {
        m_gauge->Increment(amount);
    }
}

double Gauge::value() const
{
    return m_gauge == nullptr ? 0 : m_gauge->Value();
}

void Histogram::observe(double value) const
{
    if (m_histogram != nullptr) {
        m_histogram->Observe(value);
    }
}

const std::vector<double>& durationBuckets()
{
    static const std::vector<double> bounds{
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
    return bounds;
}

Metrics::Metrics() : m_impl(std::make_unique<Impl>()) {}

Metrics::~Metrics() = default;

Counter Metrics::counter(std::string_view name, std::string_view help, const Labels& labels)
{
    auto builder = prometheus::BuildCounter();
    auto& family = builder.Name(checkedName(name)).Help(std::string(help)).Register(m_impl->registry);
    return Counter(family.Add(labels));
}

Gauge Metrics::gauge(std::string_view name, std::string_view help, const Labels& labels)
{
    auto builder = prometheus::BuildGauge();
    auto& family = builder.Name(checkedName(name)).Help(std::string(help)).Register(m_impl->registry);
    return Gauge(family.Add(labels));
}

Histogram Metrics::histogram(std::string_view name,
                             std::string_view help,
                             const std::vector<double>& buckets,
                             const Labels& labels)
{
    auto builder = prometheus::BuildHistogram();
    auto& family = builder.Name(checkedName(name)).Help(std::string(help)).Register(m_impl->registry);
    return Histogram(family.Add(labels, prometheus::Histogram::BucketBoundaries(buckets)));
}

void Metrics::addCollector(std::function<void()> refresh)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->collectors.push_back(std::move(refresh));
}

std::string Metrics::exposition() const
{
    {
        const std::lock_guard lock(m_impl->mutex);
        for (const auto& refresh : m_impl->collectors) {
            refresh();
        }
    }
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, m_impl->registry.Collect());
    return std::move(out).str();
}

} // namespace parley::server::telemetry
