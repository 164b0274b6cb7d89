// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/curl_multi.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace parley::server::net {

/// The network thread: runs the transfers of everybody. Guarded ones and those of the operator keep
/// connections of their own, so that none gets through where it may not go.
/// @thread any
class CurlLoop {
public:
    CurlLoop();
    ~CurlLoop();
    CurlLoop(const CurlLoop&) = delete;
    CurlLoop& operator=(const CurlLoop&) = delete;

    void start(std::shared_ptr<CurlTransfer> transfer, Trust trust);
    void stop(std::shared_ptr<CurlTransfer> transfer, Trust trust);
    void resume(std::shared_ptr<CurlTransfer> transfer, Trust trust);

    /// Abandons what is under way and ends the thread; what is started afterwards is abandoned at once. From
    /// one thread.
    void close();

private:
    using Multis = std::vector<std::unique_ptr<CurlMulti>>;

    void run();
    Multis& multisOf(Trust trust) { return trust == Trust::Guarded ? m_guarded : m_operator; }
    /// The first that is not full; a new one where all are. Null where none can be made.
    CurlMulti* multiFor(Trust trust);

    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    // Of the network thread. Those of all multis, so that one round is for many of their sockets.
    NewsRound m_news;
    SocketSet m_sockets;
    Multis m_guarded;
    Multis m_operator;
    bool m_isClosed = false;
    std::atomic<bool> m_isClosing{false};
    std::thread m_thread; // depends on: all of the above
};

} // namespace parley::server::net
