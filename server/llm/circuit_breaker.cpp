// SPDX-License-Identifier: MIT
#include "server/llm/circuit_breaker.h"

#include <algorithm>

namespace parley::server::llm {

namespace {

/// A provider that asks for less is only busy.
constexpr std::chrono::milliseconds kMoment{2'000};

} // namespace

std::string_view breakerStateName(BreakerState state)
{
    switch (state) {
    case BreakerState::Open:
        return "open";
    case BreakerState::HalfOpen:
        return "half_open";
    case BreakerState::Closed:
        break;
    }
    return "closed";
}

bool CircuitBreaker::enter(Time now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOpen) {
        return true;
    }
    if (m_isTrying || now < m_until) {
        return false;
    }
    m_isTrying = true;
    return true;
}

void CircuitBreaker::succeeded()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = m_isTrying = false;
    m_failures = m_openings = 0;
}

void CircuitBreaker::openLocked(Time now, std::chrono::milliseconds pause)
{
    m_isOpen = true;
    m_isTrying = false;
    m_failures = 0;
    m_until = std::max(m_until, now + std::min(pause, m_options.longestPause));
}

void CircuitBreaker::failed(Time now, std::chrono::milliseconds asked)
{
    const std::lock_guard lock(m_mutex);
    ++m_failures;
    if (asked > kMoment) {
        openLocked(now, asked);
    } else if (m_isTrying || (!m_isOpen && m_failures >= m_options.failures)) {
        const unsigned doublings = std::min(m_openings++, 16U);
        openLocked(now, m_options.firstPause * (1U << doublings));
    }
}

void CircuitBreaker::abandoned()
{
    const std::lock_guard lock(m_mutex);
    m_isTrying = false;
}

BreakerState CircuitBreaker::state(Time now) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOpen) {
        return BreakerState::Closed;
    }
    return m_isTrying || now >= m_until ? BreakerState::HalfOpen : BreakerState::Open;
}

std::chrono::milliseconds CircuitBreaker::pause(Time now) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOpen || (now >= m_until && !m_isTrying)) {
        return std::chrono::milliseconds{0};
    }
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(m_until - now),
                    std::chrono::milliseconds{1});
}

} // namespace parley::server::llm
