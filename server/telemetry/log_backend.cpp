// SPDX-License-Identifier: MIT
#include "server/telemetry/log_backend.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace parley::server::telemetry {

namespace {

/// Hands each line to a function.
class FunctionSink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
public:
    explicit FunctionSink(std::function<void(std::string_view)> take) : m_take(std::move(take)) {}

protected:
    void sink_it_(const spdlog::details::log_msg& line) override
    {
        m_take(std::string_view(line.payload.data(), line.payload.size()));
    }
    void flush_() override {}

private:
    std::function<void(std::string_view)> m_take;
};

struct Backend {
    // spdlog shares both between the logger and the lines under way.
    std::shared_ptr<spdlog::details::thread_pool> pool;
    std::shared_ptr<spdlog::async_logger> logger;
};

struct BackendSlot {
    std::shared_mutex
        mutex; // held shared by writers for the length of one enqueue, exclusively at start and stop
    Backend backend;
};

BackendSlot& slot()
{
    static auto* const instance = std::make_unique<BackendSlot>().release(); // outlives every static Log
    return *instance;
}

std::atomic<LogFormat> currentFormat{LogFormat::Text};
std::atomic<std::uint64_t> droppedBefore{0};

spdlog::sink_ptr makeSink(LogOptions& options)
{
    if (options.sink) {
        return std::make_shared<FunctionSink>(std::move(options.sink));
    }
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_st>();
    sink->set_pattern("%v");
    return sink;
}

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warn:
        return spdlog::level::warn;
    case LogLevel::Error:
    case LogLevel::Off:
        break;
    }
    return spdlog::level::err;
}

} // namespace

void startLogging(LogOptions options)
{
    stopLogging();
    setLogFormat(options.format);
    Backend fresh;
    fresh.pool = std::make_shared<spdlog::details::thread_pool>(options.maxQueued, 1);
    fresh.logger = std::make_shared<spdlog::async_logger>("parley",
                                                          makeSink(options),
                                                          fresh.pool,
                                                          spdlog::async_overflow_policy::overrun_oldest);
    fresh.logger->set_level(spdlog::level::trace); // levels are decided before
    const std::unique_lock lock(slot().mutex);
    slot().backend = std::move(fresh);
}

void stopLogging()
{
    Backend old;
    {
        const std::unique_lock lock(slot().mutex);
        old = std::exchange(slot().backend, Backend{});
    }
    if (old.pool) {
        droppedBefore += old.pool->overrun_counter();
    }
    // Dropping the pool writes what waits and joins its thread.
}

std::uint64_t droppedLogLines()
{
    const std::shared_lock lock(slot().mutex);
    const auto& pool = slot().backend.pool;
    return droppedBefore + (pool ? pool->overrun_counter() : 0);
}

LogFormat logFormat()
{
    return currentFormat.load(std::memory_order_relaxed);
}

void setLogFormat(LogFormat format)
{
    currentFormat = format;
}

void submitLine(LogLevel level, std::string_view line)
{
    {
        const std::shared_lock lock(slot().mutex);
        if (const auto& logger = slot().backend.logger) {
            logger->log(spdlog::source_loc{},
                        toSpdlog(level),
                        spdlog::string_view_t(line.data(), line.size()));
            return;
        }
    }
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

} // namespace parley::server::telemetry
