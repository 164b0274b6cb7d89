// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/fd.h"
#include "tests/bench/token_arrivals.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace parley::bench {

/// The least that anybody could do with a model's streams: one thread that waits for the sockets, reads what
/// is there and looks for the token, and neither HTTP nor JSON. What is measured of the real client is
/// compared with it. @thread one
class TokenRelay {
public:
    /// @param arrivals  outlives this
    TokenRelay(unsigned short port, int streams, TokenArrivals& arrivals);

    /// Until every stream has ended.
    void run();

private:
    void open(std::size_t count);
    void receive(std::size_t index);
    void take(std::string_view bytes);

    unsigned short m_port;
    TokenArrivals& m_arrivals;
    Fd m_epoll;
    std::vector<Fd> m_streams;
    std::size_t m_opened = 0;
    std::size_t m_ended = 0;
    std::vector<char> m_buffer;
};

} // namespace parley::bench
