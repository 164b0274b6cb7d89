// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <functional>
#include <memory>

namespace parley::server::net {

/// The sockets that those on the network thread want to hear of, which may be thousands: looked at by rounds,
/// many at once whosever they are, and told again as long as they are ready. They are libcurl's and are
/// closed by it. @thread the one that runs the context
class SocketSet {
public:
    struct Ready {
        int socket = -1;
        bool canRead = false;  ///< or has failed, which reading will tell
        bool canWrite = false; ///< likewise
    };

    /// Whom a socket's news are for.
    using Listener = std::size_t;

    /// @param onRound  behind the last of a round
    SocketSet(boost::asio::io_context& context, std::function<void()> onRound);
    ~SocketSet();
    SocketSet(const SocketSet&) = delete;
    SocketSet& operator=(const SocketSet&) = delete;

    /// @param onReady  may call anything here, about any socket; called as long as a socket is watched for it
    Listener join(std::function<void(Ready)> onReady);

    /// From now on the listener is told when it can be read, written, or both.
    void watch(Listener listener, int socket, bool reads, bool writes);
    /// Before it is closed.
    void forget(int socket);

    /// Nobody is told any more.
    void close();

private:
    struct Impl;
    // Shared with the wait under way.
    std::shared_ptr<Impl> m_impl;
};

} // namespace parley::server::net
