// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <mutex>
#include <string_view>

namespace parley::server::llm {

enum class BreakerState {
    Closed,  ///< all is well
    Open,    ///< left alone for a while
    HalfOpen ///< one call tries whether it is well again
};

/// "closed", "open", "half_open"
std::string_view breakerStateName(BreakerState state);

struct BreakerOptions {
    unsigned failures = 3; ///< in a row, until it opens
    std::chrono::milliseconds firstPause{5'000};
    std::chrono::milliseconds longestPause{300'000};
};

/// Leaves a provider alone that fails again and again, so that nobody waits for it: opens after failures in a
/// row, lets one call try after a pause, and doubles the pause each time that call fails too.
/// @source Michael Nygard, "Release It!": Circuit Breaker
/// @thread any
class CircuitBreaker {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit CircuitBreaker(BreakerOptions options = {}) : m_options(options) {}

    /// Whether a call may begin. Whoever may, says afterwards how it went: succeeded(), failed() or
    /// abandoned().
    bool enter(Time now);
    void succeeded();
    /// @param asked  the pause that the provider asked for: longer than a moment, it opens at once
    void failed(Time now, std::chrono::milliseconds asked = {});
    /// The call told nothing about the provider.
    void abandoned();

    [[nodiscard]] BreakerState state(Time now) const;
    /// Until it lets a call try; 0 when one may begin.
    [[nodiscard]] std::chrono::milliseconds pause(Time now) const;

private:
    void openLocked(Time now, std::chrono::milliseconds pause);

    BreakerOptions m_options;
    mutable std::mutex m_mutex; // guards the rest
    bool m_isOpen = false;
    bool m_isTrying = false;
    unsigned m_failures = 0;
    unsigned m_openings = 0; ///< since it was last closed
    Time m_until{};
};

} // namespace parley::server::llm
