// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/http_parser.h"
#include "tests/bench/stream_fleet.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace parley::bench {

/// What runs in the fleet's process: opens the streams, then obeys lines on `control`:
/// "expect COUNT MARKER" is answered by "ready", and, when so many streams (0: all) have it, by "fanout
/// REACHED FIRST MEDIAN LAST".
class StreamReader {
public:
    /// @param greeting  sent on every stream that became a WebSocket
    StreamReader(Endpoint endpoint, std::span<const std::string> requests, std::string greeting, int control);
    /// Until `control` is closed.
    void run();

private:
    struct Stream {
        Fd fd;
        ResponseParser parser;
        bool isOpen = false;
        bool isSettled = false; ///< open or refused
        bool isReached = false;
        bool isLink = false; ///< a WebSocket
    };

    void openAll(Endpoint endpoint, std::span<const std::string> requests);
    /// Handles what is ready. @return false when control was closed
    bool poll(int timeoutMs);
    void receive(std::size_t index);
    void take(Stream& stream, std::string_view bytes);
    void look(Stream& stream);
    void settle(Stream& stream, bool isOpen);
    bool obey();
    void tellFanOut();

    int m_control;
    std::string m_greeting;
    Fd m_epoll;
    std::vector<Stream> m_streams;
    std::vector<char> m_buffer;
    std::string m_marker;
    std::size_t m_wanted = 0;
    std::vector<std::chrono::nanoseconds> m_arrivals;
    std::chrono::steady_clock::time_point m_giveUpAt;
    std::size_t m_open = 0;
    std::size_t m_settled = 0;
};

} // namespace parley::bench
