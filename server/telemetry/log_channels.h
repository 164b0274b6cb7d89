// SPDX-License-Identifier: MIT
#pragma once

#include "server/telemetry/log.h"
#include "shared/core/result.h"

#include <map>
#include <string>
#include <string_view>

namespace parley::server::telemetry {

/// Which logger writes from which level on.
struct LogLevels {
    LogLevel standard = LogLevel::Info;
    std::map<std::string, LogLevel, std::less<>> byLogger;

    bool operator==(const LogLevels&) const = default;
};

/// Reads "info", "info,edge=debug,store=warn" (the form of `log.level`).
/// @errors InvalidArgument naming the part that is wrong and the levels there are
Result<LogLevels> parseLogLevels(std::string_view text);

/// Puts levels into force, for loggers that exist and for those made later. @thread any, at any time
void applyLogLevels(const LogLevels& levels);

/// The one channel of that name. @thread any
const Log::Channel& logChannel(std::string_view name);

} // namespace parley::server::telemetry
