// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/dense_rows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::server::nlp {

/// Trained weights of all classes at one byte each, with one scale a feature: a quarter of the memory, and
/// of the time, for scores that differ in the third decimal.
/// @thread any; it never changes
class LinearModel {
public:
    LinearModel() = default;
    /// @param rows  row-major, one row a feature, classes padded to lanes
    LinearModel(std::span<const float> rows, std::size_t classes);

    /// One score a class: above 0 = belongs to it.
    [[nodiscard]] std::vector<float> scores(const SparseVector& x) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::size_t m_classes = 0;
    std::vector<std::int8_t> m_rows;
    std::vector<float> m_scales;
};

} // namespace parley::server::nlp
