// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>

namespace parley::server::runtime {

/// How long something may still take. Handed down by value: each step sees what the ones before it left.
struct Budget {
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();

    /// A budget that ends `limit` from now.
    static Budget of(std::chrono::milliseconds limit)
    {
        return Budget{std::chrono::steady_clock::now() + limit};
    }

    /// What is left, never negative; at most one day, so that it can be added to a time without overflow.
    [[nodiscard]] std::chrono::milliseconds remaining() const
    {
        using namespace std::chrono;
        const auto now = steady_clock::now();
        if (deadline <= now) {
            return milliseconds{0};
        }
        if (deadline - now > hours{24}) {
            return hours{24};
        }
        return ceil<milliseconds>(deadline - now);
    }

    [[nodiscard]] bool isSpent() const { return remaining() == std::chrono::milliseconds{0}; }

    /// The same budget, or `limit` from now where that is sooner.
    [[nodiscard]] Budget atMost(std::chrono::milliseconds limit) const
    {
        return Budget{std::min(deadline, std::chrono::steady_clock::now() + limit)};
    }
};

} // namespace parley::server::runtime
