// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/fd.h"

#include <cstdint>

namespace parley::bench {

/// A server on 127.0.0.1.
struct Endpoint {
    std::uint16_t port = 0;
};

/// Connects (waiting) and makes the socket non-blocking, without Nagle's delay.
/// @param lastByteOfSource  the client's address is 127.0.0.N; one address has 28,000 ports towards one
/// server Throws std::system_error where the server does not take it.
Fd connectTo(Endpoint endpoint, std::uint8_t lastByteOfSource = 1);

/// A non-blocking listening socket on a free port; `endpoint` tells which.
Fd listenOnLoopback(Endpoint& endpoint);

/// Raises the soft limit of open files to the hard one.
void raiseFileLimit();

} // namespace parley::bench
