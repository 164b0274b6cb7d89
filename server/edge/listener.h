// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/transport.h"
#include "shared/core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace parley::server::edge {

class IoThread;

/// Accepts connections on the first I/O thread, each straight into the io_context of the thread that will own
/// it.
class Listener {
public:
    /// Picks the thread for the next connection. @thread the first I/O thread
    using Pick = std::function<IoThread&()>;
    /// Takes a connection over. @thread the first I/O thread
    using Accepted = std::function<void(IoThread&, TcpSocket&&, std::string peer)>;

    Listener(IoThread& thread, Pick pick, Accepted accepted);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// @param address  "127.0.0.1", "::", "0.0.0.0"; @param port  0: a free one
    /// @return the port; @errors InvalidArgument no address; Unavailable cannot listen there
    Result<std::uint16_t> open(const std::string& address, std::uint16_t port);

    /// Any thread; accepting ends soon after.
    void close();

private:
    struct Impl;
    // Shared with the accept that is pending.
    std::shared_ptr<Impl> m_impl;
};

} // namespace parley::server::edge
