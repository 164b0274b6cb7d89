// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <thread>

namespace parley::bench {

/// Who used the processors between two moments: this process, its main thread, another process, and whoever
/// else runs on the machine. The kernel's work for a packet is in whose call caused it. @thread one
class ProcessorWatch {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// In processors: 1 is one of them the whole time.
    struct Shares {
        double here = 0;
        double mainThread = 0; ///< of `here`
        double other = 0;      ///< the process that was named
        double machine = 0;    ///< everybody, these included
    };

    /// Made on the main thread. @param other  a process that lives until `to`
    ProcessorWatch(pid_t other, Time from, Time to);
    ProcessorWatch(const ProcessorWatch&) = delete;
    ProcessorWatch& operator=(const ProcessorWatch&) = delete;
    ~ProcessorWatch();

    /// Waits until `to`.
    Shares shares();

private:
    struct Sample {
        double here = 0;
        double mainThread = 0;
        double other = 0;
        double machine = 0;
    };
    [[nodiscard]] Sample sample() const;

    pid_t m_other;
    clockid_t m_mainClock{};
    double m_seconds;
    Sample m_begin;
    Sample m_end;
    std::thread m_thread; // depends on: all of the above
};

} // namespace parley::bench
