// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/clock.h"

#include <atomic>

namespace parley::test {

/// A clock that stands still until it is moved. @thread any
class FakeClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return m_nowMs; }
    void advanceMs(std::int64_t by) { m_nowMs += by; }

private:
    // 2026-11-21T12:00:00Z
    std::atomic<std::int64_t> m_nowMs{1'795'262'400'000};
};

} // namespace parley::test
