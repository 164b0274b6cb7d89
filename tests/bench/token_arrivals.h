// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/histogram.h"

#include <chrono>
#include <string_view>

namespace parley::bench {

/// When tokens arrived, apart for the time in which streams begin, in which all of them speak, and in which
/// they end. A token is the time at which it was sent and how much later than due that was (TokenServer).
/// @thread one
class TokenArrivals {
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Phase {
        Histogram sinceSent; ///< ns from the provider's write
        Histogram sinceDue;  ///< ns from when the provider should have written: its own delay is in it
    };

    /// @param from, to  between these all streams speak
    TokenArrivals(Time from, Time to) : m_from(from), m_to(to) {}

    void take(std::string_view token, Time now);

    [[nodiscard]] Time from() const { return m_from; }
    [[nodiscard]] Time to() const { return m_to; }
    [[nodiscard]] const Phase& beginning() const { return m_beginning; }
    [[nodiscard]] const Phase& speaking() const { return m_speaking; }
    [[nodiscard]] const Phase& ending() const { return m_ending; }

private:
    Time m_from;
    Time m_to;
    Phase m_beginning;
    Phase m_speaking;
    Phase m_ending;
};

} // namespace parley::bench
