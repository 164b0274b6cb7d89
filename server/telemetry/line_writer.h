// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace parley::server::telemetry {

/// Takes lines from any thread and writes them, in batches, on a thread of its own. A submitter never waits
/// for the writing: when the ring is full the oldest line goes and is counted. The writer is woken at most
/// once in kLinger, because waking a thread costs more than formatting a line; so a line is written that much
/// later.
class LineWriter {
public:
    using Write = std::function<void(std::span<const std::string> lines)>;

    static constexpr std::chrono::milliseconds kLinger{10};

    /// @param maxQueued  at least 1
    LineWriter(std::size_t maxQueued, Write write);
    /// Writes what waits, then ends the thread.
    ~LineWriter();
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    /// @param isUrgent  is written at once. @thread any
    void submit(std::string_view line, bool isUrgent);

    [[nodiscard]] std::uint64_t dropped() const;

private:
    void run();
    std::size_t takeBatch();

    Write m_write;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::string> m_ring; // slots keep their memory from line to line
    std::size_t m_first = 0;
    std::size_t m_count = 0;
    std::uint64_t m_dropped = 0;
    bool m_isAsleep = false;
    bool m_isUrgent = false;
    bool m_isStopping = false;
    std::vector<std::string> m_batch; // the writing thread's
    std::thread m_thread;             // depends on: all of the above
};

} // namespace parley::server::telemetry
