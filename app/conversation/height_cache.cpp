// SPDX-License-Identifier: MIT
#include "app/conversation/height_cache.h"

#include <algorithm>

namespace parley::console {

namespace {

std::size_t lowestBit(std::size_t number)
{
    return number & (~number + 1);
}

} // namespace

void HeightCache::reset(const std::vector<int>& guesses)
{
    m_heights = guesses;
    m_isMeasured.assign(guesses.size(), false);
    m_sums.assign(guesses.size() + 1, 0);
    for (std::size_t i = 1; i <= guesses.size(); ++i) {
        m_sums[i] += guesses[i - 1];
        if (const std::size_t parent = i + lowestBit(i); parent <= guesses.size()) {
            m_sums[parent] += m_sums[i];
        }
    }
}

void HeightCache::append(int guess)
{
    if (m_sums.empty()) {
        m_sums.push_back(0);
    }
    const std::size_t place = m_heights.size() + 1;
    qint64 sum = guess;
    // The rows that end at this place and begin behind its range are sums that are known already.
    for (std::size_t i = place - 1; i > place - lowestBit(place); i -= lowestBit(i)) {
        sum += m_sums[i];
    }
    m_heights.push_back(guess);
    m_isMeasured.push_back(false);
    m_sums.push_back(sum);
}

int HeightCache::set(int row, int height)
{
    const auto at = static_cast<std::size_t>(row);
    const int difference = height - m_heights[at];
    m_heights[at] = height;
    m_isMeasured[at] = true;
    if (difference != 0) {
        add(at, difference);
    }
    return difference;
}

void HeightCache::forget(int row)
{
    m_isMeasured[static_cast<std::size_t>(row)] = false;
}

void HeightCache::add(std::size_t row, int difference)
{
    for (std::size_t i = row + 1; i < m_sums.size(); i += lowestBit(i)) {
        m_sums[i] += difference;
    }
}

qint64 HeightCache::offsetOf(int row) const
{
    qint64 sum = 0;
    for (auto i = static_cast<std::size_t>(row); i > 0; i -= lowestBit(i)) {
        sum += m_sums[i];
    }
    return sum;
}

int HeightCache::rowAt(qint64 y) const
{
    if (m_heights.empty()) {
        return -1;
    }
    std::size_t step = 1;
    while (step * 2 < m_sums.size()) {
        step *= 2;
    }
    std::size_t before = 0;
    for (; step > 0; step /= 2) {
        if (before + step < m_sums.size() && m_sums[before + step] <= y) {
            before += step;
            y -= m_sums[before];
        }
    }
    return static_cast<int>(std::min(before, m_heights.size() - 1));
}

} // namespace parley::console
