// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>

namespace parley::server::net {

/// The sockets that libcurl wants to hear of, which may be thousands: looked at by rounds, many at once, and
/// told again as long as they are ready. They are libcurl's and are closed by it. @thread the one that runs
/// the context
class SocketSet {
public:
    struct Ready {
        int socket = -1;
        bool canRead = false;  ///< or has failed, which reading will tell
        bool canWrite = false; ///< likewise
    };

    /// @param onReady  may call anything here, about any socket @param onRound  behind the last of a round
    SocketSet(boost::asio::io_context& context,
              std::function<void(Ready)> onReady,
              std::function<void()> onRound);
    ~SocketSet();
    SocketSet(const SocketSet&) = delete;
    SocketSet& operator=(const SocketSet&) = delete;

    /// From now on it is told when it can be read, written, or both.
    void watch(int socket, bool reads, bool writes);
    /// Before it is closed.
    void forget(int socket);

private:
    struct Impl;
    // Shared with the wait under way.
    std::shared_ptr<Impl> m_impl;
};

} // namespace parley::server::net
