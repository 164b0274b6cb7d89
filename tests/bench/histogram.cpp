// SPDX-License-Identifier: MIT
#include "tests/bench/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace parley::bench {

namespace {

constexpr unsigned kExactBits = 8;
constexpr std::size_t kExact = std::size_t{1} << kExactBits;
constexpr std::size_t kHalf = kExact / 2;
constexpr std::size_t kBuckets = kExact + (64 - kExactBits) * kHalf;

std::size_t bucketOf(std::uint64_t value)
{
    if (value < kExact) {
        return static_cast<std::size_t>(value);
    }
    const auto shift = static_cast<unsigned>(std::bit_width(value)) - kExactBits;
    const auto top = static_cast<std::size_t>(value >> shift); // kHalf .. kExact - 1
    return kExact + (shift - 1) * kHalf + (top - kHalf);
}

std::uint64_t upperEndOf(std::size_t bucket)
{
    if (bucket < kExact) {
        return bucket;
    }
    const std::size_t shift = (bucket - kExact) / kHalf + 1;
    const std::uint64_t top = (bucket - kExact) % kHalf + kHalf;
    const std::uint64_t width = std::uint64_t{1} << shift;
    return (top << shift) + (width - 1);
}

} // namespace

Histogram::Histogram() : m_counts(kBuckets, 0) {}

void Histogram::record(std::uint64_t value)
{
    ++m_counts[bucketOf(value)];
    ++m_count;
    m_max = std::max(m_max, value);
    m_sum += static_cast<double>(value);
}

void Histogram::merge(const Histogram& other)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_counts[i] += other.m_counts[i];
    }
    m_count += other.m_count;
    m_max = std::max(m_max, other.m_max);
    m_sum += other.m_sum;
}

double Histogram::mean() const
{
    return m_count == 0 ? 0 : m_sum / static_cast<double>(m_count);
}

std::uint64_t Histogram::quantile(double q) const
{
    if (m_count == 0) {
        return 0;
    }
    const auto wanted = static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(m_count)));
    const std::uint64_t rank = std::clamp<std::uint64_t>(wanted, 1, m_count);
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        seen += m_counts[i];
        if (seen >= rank) {
            return std::min(upperEndOf(i), m_max);
        }
    }
    return m_max;
}

} // namespace parley::bench
