// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/child_process.h"
#include "tests/bench/endpoint.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::bench {

/// How the streams of a fleet came up.
struct Opened {
    std::size_t streams = 0; ///< answered 200 and open
    std::size_t refused = 0; ///< anything else
    double seconds = 0;
};

/// How one event reached the fleet; times since the clock's epoch, so that any process can compare them.
struct FanOut {
    std::size_t reached = 0;
    std::chrono::nanoseconds first{0};
    std::chrono::nanoseconds median{0};
    std::chrono::nanoseconds last{0};
};

/// Many open event streams, held by a process of its own: one process may not have enough descriptors for
/// both ends, and a reader's work is not to be charged to whoever measures. Clients come from 127.0.0.2 to
/// 127.0.0.9.
class StreamFleet {
public:
    /// @param requests  the whole request of each stream, which may ask for a WebSocket
    /// @param greeting  what is sent on every WebSocket, as bytes of the wire
    StreamFleet(Endpoint endpoint,
                std::vector<std::string> requests,
                const Cpus& cpus,
                std::string greeting = {});

    const Opened& opened() const { return m_opened; }
    /// From now on it counts the streams on which `marker` arrives. @param count  how many must have it; 0:
    /// all
    void expect(const std::string& marker, std::size_t count = 0);
    /// Waits until the marker has reached as many streams as expected, at most 20 s.
    FanOut collect();

private:
    std::string readLine();

    // depends on: the pair is made while m_parentEnd is initialised
    Fd m_childEnd;
    Fd m_parentEnd;
    std::string m_read;
    ChildProcess m_process;
    Opened m_opened;
};

} // namespace parley::bench
