// SPDX-License-Identifier: MIT
#pragma once

#include "server/telemetry/metrics.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace parley::server::llm {

/// What is counted of the providers of one kind; never by tenant. @thread any
struct KindMetrics {
    telemetry::Counter answers;
    std::map<std::string, telemetry::Counter, std::less<>> failures; ///< by failureWord()
    telemetry::Counter inputTokens;
    telemetry::Counter outputTokens;
    telemetry::Counter skipped; ///< not asked, because the breaker was open
    telemetry::Histogram firstToken;
};

/// @thread any, once made
class ModelMetrics {
public:
    explicit ModelMetrics(telemetry::Metrics& metrics);

    /// @param kind  of LlmSettings; others count as "local"
    [[nodiscard]] const KindMetrics& of(std::string_view kind) const;
    telemetry::Counter exhausted; ///< calls that a budget did not allow

private:
    std::map<std::string, KindMetrics, std::less<>> m_kinds;
};

} // namespace parley::server::llm
