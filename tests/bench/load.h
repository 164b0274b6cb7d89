// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/endpoint.h"
#include "tests/bench/histogram.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace parley::bench {

using Ticks = std::chrono::steady_clock::time_point;

/// What to send, how often and for how long.
struct LoadPlan {
    Endpoint endpoint;
    /// Keep-alive connections; each has at most one request under way.
    std::size_t connections = 1;
    /// Requests a second of an open loop: they are due at fixed times whatever the server does, and latency
    /// counts from when a request was due, so a stall is charged to everyone who would have come during it.
    /// 0: closed loop, each connection sends its next request when it has its answer.
    double rate = 0;
    std::chrono::milliseconds warmUp{1000};
    std::chrono::milliseconds duration{5000};
    /// How long to wait for late answers after the end.
    std::chrono::milliseconds grace{10000};
    /// Writes the whole request of that connection into `request` (empty when called).
    std::function<void(std::size_t connection, std::uint64_t sequence, std::string& request)> write;
    /// Whether the answer is the wanted one; by default every 2xx is.
    std::function<bool(int status, std::string_view body)> accept;
};

/// What came back in the measured time.
struct LoadResult {
    /// Nanoseconds, of every request due (closed loop: sent) in the measured time, answered or given up.
    Histogram latency;
    std::uint64_t answered = 0;   ///< wanted answers that came within the measured time
    std::uint64_t refused = 0;    ///< answers that were not the wanted ones
    std::uint64_t broken = 0;     ///< connections lost, or spoken wrongly on, while a request was under way
    std::uint64_t unanswered = 0; ///< still open when the grace time was over
    double seconds = 0;
    /// Status and start of the first unwanted answer.
    std::string firstRefusal;

    double perSecond() const { return seconds > 0 ? static_cast<double>(answered) / seconds : 0; }
    std::uint64_t failures() const { return refused + broken + unanswered; }
};

/// Runs the plan on the calling thread. Throws std::system_error when the server cannot be reached at all.
LoadResult runLoad(const LoadPlan& plan);

} // namespace parley::bench
