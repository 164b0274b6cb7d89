// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/circuit_breaker.h"
#include "server/llm/provider_failure.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace parley::server::llm {

/// How one provider of one owner has been lately. Outlives changes of settings that keep its name and host.
/// @thread any
class ProviderHealth {
public:
    CircuitBreaker breaker;

    void noteSuccess(std::int64_t nowMs, std::chrono::milliseconds took);
    void noteFailure(std::int64_t nowMs, const Error& error);

    /// `{state, retry_in_ms, last_success_ts, last_latency_ms, last_error, last_error_ts}`; null what never
    /// was.
    [[nodiscard]] nlohmann::json view(CircuitBreaker::Time now) const;

private:
    mutable std::mutex m_mutex; // guards the rest
    std::int64_t m_successMs = 0;
    std::chrono::milliseconds m_took{0};
    std::int64_t m_errorMs = 0;
    std::string m_error;
};

/// Whether a failure speaks against the provider, rather than against the question.
/// @param took  how long it was waited for
bool countsAgainst(const ProviderFailure& failure, std::chrono::milliseconds took);

/// One word for metrics: "timeout", "unavailable", "refused", "too_long", "invalid", "forbidden", "failed".
const char* failureWord(const ProviderFailure& failure);

} // namespace parley::server::llm
