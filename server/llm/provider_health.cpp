// SPDX-License-Identifier: MIT
#include "server/llm/provider_health.h"

#include "shared/core/clock.h"

#include <nlohmann/json.hpp>

namespace parley::server::llm {

namespace {

/// A caller with less time than that says nothing about the provider.
constexpr std::chrono::milliseconds kFairWait{1'000};

} // namespace

void ProviderHealth::noteSuccess(std::int64_t nowMs, std::chrono::milliseconds took)
{
    const std::lock_guard lock(m_mutex);
    m_successMs = nowMs;
    m_took = took;
}

void ProviderHealth::noteFailure(std::int64_t nowMs, const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_errorMs = nowMs;
    m_error = error.message;
}

nlohmann::json ProviderHealth::view(CircuitBreaker::Time now) const
{
    const std::lock_guard lock(m_mutex);
    const auto time = [](std::int64_t ms) {
        return ms == 0 ? nlohmann::json() : nlohmann::json(toRfc3339(ms));
    };
    return {{"state", breakerStateName(breaker.state(now))},
            {"retry_in_ms", breaker.pause(now).count()},
            {"last_success_ts", time(m_successMs)},
            {"last_latency_ms", m_successMs == 0 ? nlohmann::json() : nlohmann::json(m_took.count())},
            {"last_error", m_errorMs == 0 ? nlohmann::json() : nlohmann::json(m_error)},
            {"last_error_ts", time(m_errorMs)}};
}

bool countsAgainst(const ProviderFailure& failure, std::chrono::milliseconds took)
{
    if (failure.isRefusal || failure.isTooLong) {
        return false;
    }
    switch (failure.error.code) {
    case ErrorCode::Timeout:
        return took >= kFairWait;
    case ErrorCode::Unavailable:
    case ErrorCode::Upstream:
    case ErrorCode::Forbidden:
        return true;
    default:
        return false;
    }
}

const char* failureWord(const ProviderFailure& failure)
{
    if (failure.isRefusal) {
        return "refused";
    }
    if (failure.isTooLong) {
        return "too_long";
    }
    switch (failure.error.code) {
    case ErrorCode::Timeout:
        return "timeout";
    case ErrorCode::Unavailable:
        return "unavailable";
    case ErrorCode::InvalidArgument:
        return "invalid";
    case ErrorCode::Forbidden:
        return "forbidden";
    default:
        return "failed";
    }
}

} // namespace parley::server::llm
