// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

namespace parley::console {

/// How high each row of a long list is: guessed until it was measured. Finding the row at a height, and the
/// height at which a row begins, costs the logarithm of the number of rows.
/// @source Fenwick, "A New Data Structure for Cumulative Frequency Tables" (1994)
class HeightCache {
public:
    /// Forgets everything; each row is a guess then.
    void reset(const std::vector<int>& guesses);
    void append(int guess);
    /// A measured height. @return by how much it differs from what was believed
    int set(int row, int height);
    /// Back to a guess, as its content has changed.
    void forget(int row);

    int count() const { return static_cast<int>(m_heights.size()); }
    int height(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    bool isMeasured(int row) const { return m_isMeasured[static_cast<std::size_t>(row)]; }
    qint64 total() const { return offsetOf(count()); }
    /// Where a row begins; of count(): the end.
    qint64 offsetOf(int row) const;
    /// The row at a height; the last one for what is below the end. -1: there are no rows.
    int rowAt(qint64 y) const;

private:
    void add(std::size_t row, int difference);

    std::vector<int> m_heights;
    std::vector<bool> m_isMeasured;
    /// 1-based; m_sums[i] covers the i & -i rows that end at i.
    std::vector<qint64> m_sums;
};

} // namespace parley::console
