// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace parley::bench {

/// Counts values (nanoseconds, as used here) in log-linear buckets: exact below 256, within 1/128 above, up
/// to the whole range of 64 bits, in 58 KB whatever is recorded.
/// @source the bucket scheme of HdrHistogram (G. Tene), with 7 significant bits
class Histogram {
public:
    Histogram();

    void record(std::uint64_t value);
    void merge(const Histogram& other);

    std::uint64_t count() const { return m_count; }
    std::uint64_t max() const { return m_max; }
    /// 0 when nothing was recorded.
    double mean() const;
    /// The smallest bucket's upper end that at least `q` (0..1) of the values do not exceed, never above
    /// max(); 0 when nothing was recorded.
    std::uint64_t quantile(double q) const;

private:
    std::vector<std::uint64_t> m_counts;
    std::uint64_t m_count = 0;
    std::uint64_t m_max = 0;
    double m_sum = 0;
};

} // namespace parley::bench
