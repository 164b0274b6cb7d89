// SPDX-License-Identifier: MIT
#include "server/telemetry/log_channels.h"

#include "server/telemetry/log_format.h"
#include "shared/core/text.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

namespace parley::server::telemetry {

namespace {

struct Registry {
    std::mutex mutex;
    LogLevels levels;
    std::map<std::string, std::unique_ptr<Log::Channel>, std::less<>> channels;
};

/// Never destroyed: loggers of static objects write until the very end.
Registry& registry()
{
    static auto* const instance = std::make_unique<Registry>().release();
    return *instance;
}

LogLevel levelFor(const LogLevels& levels, std::string_view name)
{
    const auto own = levels.byLogger.find(name);
    return own == levels.byLogger.end() ? levels.standard : own->second;
}

std::optional<LogLevel> levelFromName(std::string_view name)
{
    for (const LogLevel level :
         {LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error, LogLevel::Off}) {
        if (logLevelName(level) == name) {
            return level;
        }
    }
    return std::nullopt;
}

} // namespace

Result<LogLevels> parseLogLevels(std::string_view text)
{
    LogLevels levels;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = part.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? part : trimmed(part.substr(equals + 1));
        const auto level = levelFromName(value);
        if (!level) {
            return failField("log.level",
                             "'" + std::string(part) +
                                 "' is none of debug, info, warn, error, off, or logger=one of these");
        }
        if (equals == std::string_view::npos) {
            levels.standard = *level;
        } else {
            levels.byLogger.insert_or_assign(std::string(trimmed(part.substr(0, equals))), *level);
        }
    }
    return levels;
}

void applyLogLevels(const LogLevels& levels)
{
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    all.levels = levels;
    for (const auto& [name, channel] : all.channels) {
        channel->level = levelFor(levels, name);
    }
}

const Log::Channel& logChannel(std::string_view name)
{
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    auto found = all.channels.find(name);
    if (found == all.channels.end()) {
        auto channel = std::make_unique<Log::Channel>();
        channel->name = name;
        channel->level = levelFor(all.levels, name);
        found = all.channels.emplace(channel->name, std::move(channel)).first;
    }
    return *found->second;
}

} // namespace parley::server::telemetry
