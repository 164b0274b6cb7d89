// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/telemetry/log.h"

namespace parley::server::edge {

/// One line per request: what was asked of whom and what came of it, never a path, a query or a body.
/// Successful polls of machines (/health, /metrics) are debug. Any thread.
class AccessLog final : public RequestObserver {
public:
    /// @param next  is told as well (metrics); may be null
    explicit AccessLog(telemetry::Log log, RequestObserver* next = nullptr) : m_log(log), m_next(next) {}

    void onAnswered(const RequestSummary& summary) override;

private:
    telemetry::Log m_log;
    RequestObserver* m_next;
};

} // namespace parley::server::edge
