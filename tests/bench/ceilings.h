// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/bare_server.h"
#include "tests/bench/options.h"
#include "tests/bench/report.h"
#include "tests/bench/stream_fleet.h"

#include <functional>
#include <map>
#include <string>

namespace parley::bench {

/// Times from publishing one event until it was on every stream, over several events.
struct FanOutTimes {
    Histogram toLast;
    Histogram toMedian;
    std::size_t reached = 0; ///< streams, in the worst round
};

/// Publishes `rounds` events one after the other. @param publish  is given the text to put into the event
FanOutTimes
measureFanOut(StreamFleet& fleet, int rounds, const std::function<void(const std::string& marker)>& publish);

/// What this machine can do at best, measured with the same load generator, the same pinning and in the same
/// run as what is compared with it. Each is measured once, when it is first asked for, and put into the
/// report.
class Ceilings {
public:
    Ceilings(const Options& options, Report& report);

    /// Requests a second that the bare server answers.
    double gets(std::size_t connections);
    /// The same for a POST and an answer of the size of a turn.
    double posts(std::size_t connections);
    /// Appends of 4 KB a second, each followed by fdatasync, by one writer in options.data. Measured each
    /// time, because a disk's speed changes with whoever else uses it.
    double syncedAppends();
    /// The bare server under an open loop, where each request is answered once `pages` of 4 KB are committed
    /// in SQLite: what nobody who makes a request durable can be faster than. Measured each time.
    LoadResult commits(int pages, std::size_t connections, double perSecond);
    /// Median time to put one event onto options.streams sockets of the bare server.
    std::chrono::nanoseconds fanOut();

private:
    double echo(const std::string& method, std::size_t connections);

    const Options& m_options;
    Report& m_report;
    BareServer m_server;
    std::map<std::pair<std::string, std::size_t>, double> m_echo;
    std::chrono::nanoseconds m_fanOut{0};
};

} // namespace parley::bench
