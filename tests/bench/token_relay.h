// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/fd.h"
#include "tests/bench/histogram.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace parley::bench {

/// The least that anybody could do with a model's streams: one thread that waits for the sockets, reads what
/// is there and looks for the token, and neither HTTP nor JSON. What is measured of the real client is
/// compared with it. @thread one
class TokenRelay {
public:
    /// @param countFrom  tokens before are not counted
    TokenRelay(unsigned short port, int streams, std::chrono::steady_clock::time_point countFrom);

    /// Until every stream has ended.
    void run();

    [[nodiscard]] const Histogram& latency() const { return m_latency; }

private:
    void open(std::size_t count);
    void receive(std::size_t index);
    void take(std::string_view bytes);

    unsigned short m_port;
    std::chrono::steady_clock::time_point m_countFrom;
    Fd m_epoll;
    std::vector<Fd> m_streams;
    std::size_t m_opened = 0;
    std::size_t m_ended = 0;
    std::vector<char> m_buffer;
    Histogram m_latency;
};

} // namespace parley::bench
