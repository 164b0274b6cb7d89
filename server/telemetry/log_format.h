// SPDX-License-Identifier: MIT
#pragma once

#include "server/telemetry/log.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace parley::server::telemetry {

enum class LogFormat { Json, Text };

struct LogLine {
    std::int64_t timeMs = 0;
    LogLevel level = LogLevel::Info;
    std::string_view logger;
    std::string_view message;
    std::initializer_list<Field> fields;
};

/// Appends one line without its line end. Both forms keep a record on one line whatever is in it: control
/// characters are escaped, invalid UTF-8 becomes U+FFFD, a text is cut after kLongestLogText bytes. Json:
/// `{"ts":"…Z","level":"info","logger":"edge","message":"request","status":200}` Text:
/// `2026-11-21T05:00:00.123Z INFO  edge: request status=200`
void appendLine(std::string& out, LogFormat format, const LogLine& line);

/// Longest text that a line carries per field, bytes.
inline constexpr std::size_t kLongestLogText = 4096;

/// "debug", "info", "warn", "error", "off".
std::string_view logLevelName(LogLevel level);

/// Whether a text under this key stays out of the log.
bool isSecretKey(std::string_view key);

} // namespace parley::server::telemetry
