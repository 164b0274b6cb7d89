// SPDX-License-Identifier: MIT
#pragma once

#include "server/telemetry/log_format.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace parley::server::telemetry {

struct LogOptions {
    LogFormat format = LogFormat::Json;
    /// Lines that may wait for the writing thread (some 0.3 KB each, once used).
    std::size_t maxQueued = 4096;
    /// Where whole lines go, without their end; empty: standard error. Called on the writing thread.
    std::function<void(std::string_view line)> sink;
};

/// Starts the writing thread. Before this, and after stopLogging(), lines are written straight to standard
/// error. Called once at start-up; a second call replaces the first.
void startLogging(LogOptions options);

/// Writes what waits and ends the writing thread.
void stopLogging();

/// Lines dropped because the queue was full, since start-up.
std::uint64_t droppedLogLines();

/// The form lines are written in. @thread any
LogFormat logFormat();
void setLogFormat(LogFormat format);

/// Hands one whole line to the writing thread; never waits for it. @thread any
void submitLine(LogLevel level, std::string_view line);

/// Keeps logging running for as long as it lives.
class LoggingScope {
public:
    explicit LoggingScope(LogOptions options) { startLogging(std::move(options)); }
    ~LoggingScope() { stopLogging(); }
    LoggingScope(const LoggingScope&) = delete;
    LoggingScope& operator=(const LoggingScope&) = delete;
};

} // namespace parley::server::telemetry
