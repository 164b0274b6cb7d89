// SPDX-License-Identifier: MIT
#include "server/nlp/intent/linear_model.h"

#include <algorithm>
#include <cmath>

namespace parley::server::nlp {

LinearModel::LinearModel(std::span<const float> rows, std::size_t classes) : m_classes(classes)
{
    constexpr float kLargest = 127;
    const std::size_t stride = paddedToLanes(classes);
    m_rows.resize(rows.size());
    m_scales.resize(rows.size() / stride);
    for (std::size_t row = 0; row < m_scales.size(); ++row) {
        const std::span<const float> weights = rows.subspan(row * stride, stride);
        float largest = 0;
        for (const float weight : weights) {
            largest = std::max(largest, std::fabs(weight));
        }
        if (largest <= 0) {
            continue;
        }
        m_scales[row] = largest / kLargest;
        for (std::size_t c = 0; c < stride; ++c) {
            m_rows[row * stride + c] = static_cast<std::int8_t>(std::lround(weights[c] / m_scales[row]));
        }
    }
}

std::vector<float> LinearModel::scores(const SparseVector& x) const
{
    std::vector<float> sums(paddedToLanes(m_classes));
    accumulateRows(m_rows, m_scales, x, sums);
    sums.resize(m_classes);
    return sums;
}

std::size_t LinearModel::bytes() const
{
    return m_rows.capacity() + m_scales.capacity() * sizeof(float);
}

} // namespace parley::server::nlp
