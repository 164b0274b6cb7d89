// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/embedder.h"

#include <cmath>

namespace parley::server::nlp {

bool toUnitLength(std::span<float> vector)
{
    double sum = 0;
    for (const float value : vector) {
        sum += static_cast<double>(value) * static_cast<double>(value);
    }
    if (!std::isfinite(sum) || sum <= 0) {
        return false;
    }
    const double scale = 1 / std::sqrt(sum);
    for (float& value : vector) {
        value = static_cast<float>(static_cast<double>(value) * scale);
    }
    return true;
}

} // namespace parley::server::nlp
