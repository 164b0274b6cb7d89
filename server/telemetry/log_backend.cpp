// SPDX-License-Identifier: MIT
#include "server/telemetry/log_backend.h"

#include "server/telemetry/line_writer.h"

#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <utility>

namespace parley::server::telemetry {

namespace {

struct Backend {
    std::shared_mutex mutex; // held shared for the length of one submit, exclusively at start and stop
    std::unique_ptr<LineWriter> writer;
};

Backend& backend()
{
    static auto* const instance = std::make_unique<Backend>().release(); // outlives every static Log
    return *instance;
}

std::atomic<LogFormat> currentFormat{LogFormat::Text};
std::atomic<std::uint64_t> droppedBefore{0};

/// Writes a whole batch to standard error in one call.
LineWriter::Write standardError()
{
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_st>(); // shared: a std::function is copyable
    sink->set_pattern("%v");
    return [sink, block = std::string()](std::span<const std::string> lines) mutable {
        block.clear();
        for (const std::string& line : lines) {
            block += (block.empty() ? "" : "\n");
            block += line;
        }
        sink->log(spdlog::details::log_msg("", spdlog::level::info, spdlog::string_view_t(block)));
    };
}

LineWriter::Write oneByOne(std::function<void(std::string_view)> take)
{
    return [take = std::move(take)](std::span<const std::string> lines) {
        for (const std::string& line : lines) {
            take(line);
        }
    };
}

} // namespace

void startLogging(LogOptions options)
{
    stopLogging();
    setLogFormat(options.format);
    auto write = options.sink ? oneByOne(std::move(options.sink)) : standardError();
    auto writer = std::make_unique<LineWriter>(options.maxQueued, std::move(write));
    const std::unique_lock lock(backend().mutex);
    backend().writer = std::move(writer);
}

void stopLogging()
{
    std::unique_ptr<LineWriter> old;
    {
        const std::unique_lock lock(backend().mutex);
        old = std::move(backend().writer);
    }
    if (old) {
        droppedBefore += old->dropped();
    }
}

std::uint64_t droppedLogLines()
{
    const std::shared_lock lock(backend().mutex);
    return droppedBefore + (backend().writer ? backend().writer->dropped() : 0);
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
        const std::shared_lock lock(backend().mutex);
        if (const auto& writer = backend().writer) {
            writer->submit(line, level == LogLevel::Error);
            return;
        }
    }
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

} // namespace parley::server::telemetry
