// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::daemon::evaluation {

/// Two questions that are nearly the same and must not share an answer.
struct HardNegative {
    std::string one;
    std::string other;
    std::string_view kind; ///< what differs: "roles", "negation", "number", ...
};

/// The first `count` of the pairs that a seed gives: each kind as often as the others, each pair once as far
/// as there are enough. The same on every machine.
std::vector<HardNegative> hardNegatives(std::size_t count, std::uint64_t seed);

} // namespace parley::server::daemon::evaluation
