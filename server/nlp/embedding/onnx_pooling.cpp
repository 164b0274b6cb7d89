// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_pooling.h"

#include <vector>

namespace parley::server::nlp {

Embedding pooled(std::span<const float> hidden, std::size_t tokens, std::size_t dimensions, Pooling pooling)
{
    if (pooling == Pooling::First) {
        return Embedding(hidden.begin(), hidden.begin() + static_cast<std::ptrdiff_t>(dimensions));
    }
    // Its length is set to one afterwards, so that the sum does as well as the mean.
    std::vector<double> sum(dimensions, 0.0);
    for (std::size_t token = 0; token < tokens; ++token) {
        for (std::size_t i = 0; i < dimensions; ++i) {
            sum[i] += static_cast<double>(hidden[token * dimensions + i]);
        }
    }
    Embedding mean(dimensions);
    for (std::size_t i = 0; i < dimensions; ++i) {
        mean[i] = static_cast<float>(sum[i] / static_cast<double>(tokens));
    }
    return mean;
}

} // namespace parley::server::nlp
