// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace parley::test {

/// Vectors of unit length by a fixed seed: the same on every machine with the same standard library.
class RandomVectors {
public:
    RandomVectors(std::size_t dimensions, std::uint32_t seed) : m_dimensions(dimensions), m_random(seed) {}

    /// In no direction rather than another.
    std::vector<float> next() { return around({}, 1); }

    /// As sentences' vectors lie: near one of some topics. @param spread  of the noise against the topic
    std::vector<std::vector<float>> clustered(std::size_t count, std::size_t topics, float spread)
    {
        std::vector<std::vector<float>> centres;
        for (std::size_t i = 0; i < topics; ++i) {
            centres.push_back(next());
        }
        std::vector<std::vector<float>> made;
        for (std::size_t i = 0; i < count; ++i) {
            made.push_back(around(centres[m_random() % topics], spread));
        }
        return made;
    }

    /// A vector near another. @param spread  length of the noise against the vector's
    std::vector<float> around(const std::vector<float>& centre, float spread)
    {
        std::normal_distribution<float> noise(0, spread / std::sqrt(static_cast<float>(m_dimensions)));
        std::vector<float> made(m_dimensions, 0.0F);
        for (std::size_t i = 0; i < m_dimensions; ++i) {
            made[i] = (centre.empty() ? 0.0F : centre[i]) + noise(m_random);
        }
        server::nlp::toUnitLength(made);
        return made;
    }

private:
    std::size_t m_dimensions;
    std::mt19937 m_random;
};

} // namespace parley::test
