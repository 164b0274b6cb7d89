// SPDX-License-Identifier: MIT
#include "server/edge/middleware/access_log.h"

namespace parley::server::edge {

namespace {

telemetry::LogLevel levelOf(const RequestSummary& summary)
{
    if (summary.status >= 500) {
        return telemetry::LogLevel::Warn;
    }
    const bool isPoll = summary.route == "/health" || summary.route == "/metrics";
    return isPoll && summary.status < 400 ? telemetry::LogLevel::Debug : telemetry::LogLevel::Info;
}

} // namespace

void AccessLog::onAnswered(const RequestSummary& summary)
{
    if (m_next != nullptr) {
        m_next->onAnswered(summary);
    }
    const telemetry::LogLevel level = levelOf(summary);
    if (!m_log.isEnabled(level)) {
        return;
    }
    const auto write = [&](auto emit) {
        emit("request",
             {{"request", summary.requestId},
              {"trace", summary.traceId},
              {"method", methodName(summary.method)},
              {"route", summary.route},
              {"status", summary.status},
              {"duration_us", static_cast<std::int64_t>(summary.duration.count())},
              {"bytes", summary.bytesOut},
              {"role", summary.role},
              {"tenant", summary.tenant},
              {"detail", summary.detail}});
    };
    using Fields = std::initializer_list<telemetry::Field>;
    if (level == telemetry::LogLevel::Warn) {
        write([this](std::string_view text, Fields fields) { m_log.warn(text, fields); });
    } else if (level == telemetry::LogLevel::Info) {
        write([this](std::string_view text, Fields fields) { m_log.info(text, fields); });
    } else {
        write([this](std::string_view text, Fields fields) { m_log.debug(text, fields); });
    }
}

} // namespace parley::server::edge
