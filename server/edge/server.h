// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/options.h"
#include "server/edge/request_chain.h"
#include "server/edge/router.h"
#include "shared/core/result.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace parley::server::edge {

/// Figures for the metrics.
struct ServerStatistics {
    std::size_t connections = 0;
    std::size_t streams = 0;
    std::size_t webSockets = 0;
    std::uint64_t requests = 0;
    /// Requests refused for their framing, and connections refused because there were too many.
    std::uint64_t refusedFraming = 0;
    std::uint64_t refusedConnections = 0;
};

/// The HTTP server: I/O threads, listener, connections. Its threads run from construction to stop(), so that
/// the daemon's own coroutines can use them before the first request and after the last. Life: construct,
/// start(), drain(), stop(). @thread any, one at a time; statistics() any
class Server {
public:
    /// @param router  complete; outlives the server, as do the ports
    Server(EdgeOptions options, const Router& router, const EdgePorts& ports);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Reads the certificate, if one is set, and listens. May be called again for another address.
    /// @return the port; @errors InvalidArgument address, certificate or trusted proxies; Unavailable cannot
    /// listen
    Result<std::uint16_t> start(const std::string& address, std::uint16_t port);

    /// Reads certificate and key again, for new connections. What is in use stays when that fails.
    /// @errors InvalidArgument a file is missing or broken
    Result<void> reloadTls();

    [[nodiscard]] std::size_t threads() const;
    /// Where coroutines of an I/O thread run. @param thread  0..threads()-1
    [[nodiscard]] boost::asio::any_io_executor executor(std::size_t thread) const;
    void post(std::size_t thread, std::function<void()> action);

    /// Accepts no more, lets what runs finish, closes what is idle, tells streams and WebSockets; cuts what
    /// is left after the limit. Waits; not on an I/O thread. @return false when something had to be cut
    bool drain(std::chrono::milliseconds limit);
    [[nodiscard]] bool isDraining() const;

    /// Ends the threads. Background coroutines of the daemon must have ended before.
    void stop();

    [[nodiscard]] ServerStatistics statistics() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::server::edge
