// SPDX-License-Identifier: MIT
#include "server/telemetry/log.h"

#include "server/telemetry/log_backend.h"
#include "server/telemetry/log_channels.h"
#include "server/telemetry/log_format.h"
#include "shared/core/clock.h"

namespace parley::server::telemetry {

Log::Log(std::string_view name) : m_channel(&logChannel(name)) {}

std::function<void(std::string_view, std::string_view)> Log::taskFailures() const
{
    return [log = *this](std::string_view task, std::string_view what) {
        log.error("background task failed", {{"task", task}, {"what", what}});
    };
}

void Log::writeEnabled(LogLevel level, std::string_view message, std::initializer_list<Field> fields) const
{
    // One buffer a thread, so that a line costs no allocation.
    thread_local std::string line;
    line.clear();
    const LogLine record{SystemClock().nowMs(), level, m_channel->name, message, fields};
    appendLine(line, logFormat(), record);
    submitLine(level, line);
}

} // namespace parley::server::telemetry
