// SPDX-License-Identifier: MIT
#include "server/edge/server.h"

#include "server/edge/connection.h"
#include "server/edge/connection_quota.h"
#include "server/edge/framing_problem.h"
#include "server/edge/listener.h"
#include "server/edge/response_writer.h"
#include "server/edge/tls_context.h"

#include <boost/asio/ip/tcp.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace parley::server::edge {

namespace {

/// After cutting, how long connections get to notice it.
constexpr std::chrono::milliseconds kCutGrace{2'000};

std::size_t threadCount(std::size_t wanted)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return wanted > 0 ? wanted : std::max<std::size_t>(1, cores - 1);
}

/// Says 503 to a connection that is one too many, without keeping it.
void turnAway(TcpSocket& socket)
{
    Response response = framingProblem(FramingError{503, "There are too many connections."}, {});
    response.headers.add("Retry-After", "1");
    WriteFacts facts;
    facts.keepAlive = false;
    facts.date = "Thu, 01 Jan 1970 00:00:00 GMT";
    std::string text;
    writeHead(text, response, facts);
    text += response.body;
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(boost::asio::buffer(text), ignored);
    socket.shutdown(boost::asio::socket_base::shutdown_send, ignored);
}

} // namespace

struct Server::Impl {
    Impl(EdgeOptions given, const Router& router, const EdgePorts& ports)
        : options(std::move(given)),
          chain(options, ports),
          shared{options, router, chain, proxies},
          quota(options.maxConnections, options.maxConnectionsPerAddress)
    {
        for (std::size_t i = 0; i < threadCount(options.threads); ++i) {
            threads.push_back(std::make_unique<IoThread>(options));
        }
        for (const auto& thread : threads) {
            thread->start();
        }
    }

    void accepted(IoThread& thread, TcpSocket&& socket, std::string peer)
    {
        if (!quota.take(peer)) {
            turnAway(socket);
            return;
        }
        auto transport = makeTransport(std::move(socket), tls.get());
        auto connection = std::make_shared<Connection>(shared, thread, std::move(transport), peer);
        thread.post([this, &thread, connection = std::move(connection), peer = std::move(peer)] {
            thread.adopt(connection, [this, peer] { quota.giveBack(peer); });
            if (shared.isDraining) {
                connection->drain();
            }
        });
    }

    void onAll(void (Connection::*action)())
    {
        for (const auto& thread : threads) {
            IoThread* on = thread.get();
            on->post(
                [on, action] { on->forEach([action](Connection& connection) { (connection.*action)(); }); });
        }
    }

    EdgeOptions options;
    TrustedProxies proxies;
    std::unique_ptr<TlsContext> tls;
    RequestChain chain;
    EdgeShared shared;
    ConnectionQuota quota;
    std::vector<std::unique_ptr<IoThread>> threads;
    // depends on: threads
    std::vector<std::unique_ptr<Listener>> listeners;
    std::size_t nextThread = 0;
};

Server::Server(EdgeOptions options, const Router& router, const EdgePorts& ports)
    : m_impl(std::make_unique<Impl>(std::move(options), router, ports))
{}

Server::~Server()
{
    stop();
}

Result<std::uint16_t> Server::start(const std::string& address, std::uint16_t port)
{
    Impl& impl = *m_impl;
    if (impl.listeners.empty()) {
        auto proxies = TrustedProxies::parse(impl.options.trustedProxies);
        if (!proxies) {
            return fail(std::move(proxies).error());
        }
        impl.proxies = std::move(*proxies);
        if (!impl.options.tlsCertificateFile.empty() || !impl.options.tlsKeyFile.empty()) {
            auto tls = std::make_unique<TlsContext>(impl.options.tlsCertificateFile, impl.options.tlsKeyFile);
            if (auto loaded = tls->reload(); !loaded) {
                return fail(std::move(loaded).error());
            }
            impl.tls = std::move(tls);
        }
    }
    auto pick = [&impl]() -> IoThread& { return *impl.threads[impl.nextThread++ % impl.threads.size()]; };
    auto accepted = [&impl](IoThread& thread, TcpSocket&& socket, std::string peer) {
        impl.accepted(thread, std::move(socket), std::move(peer));
    };
    auto listener = std::make_unique<Listener>(*impl.threads.front(), std::move(pick), std::move(accepted));
    auto bound = listener->open(address, port);
    if (bound) {
        impl.listeners.push_back(std::move(listener));
    }
    return bound;
}

Result<void> Server::reloadTls()
{
    return m_impl->tls ? m_impl->tls->reload() : Result<void>{};
}

std::size_t Server::threads() const
{
    return m_impl->threads.size();
}

boost::asio::any_io_executor Server::executor(std::size_t thread) const
{
    return m_impl->threads.at(thread)->executor();
}

void Server::post(std::size_t thread, std::function<void()> action)
{
    m_impl->threads.at(thread)->post(std::move(action));
}

bool Server::isDraining() const
{
    return m_impl->shared.isDraining;
}

bool Server::drain(std::chrono::milliseconds limit)
{
    m_impl->shared.isDraining = true;
    for (const auto& listener : m_impl->listeners) {
        listener->close();
    }
    m_impl->onAll(&Connection::drain);
    if (m_impl->quota.waitEmpty(limit)) {
        return true;
    }
    m_impl->onAll(&Connection::cut);
    m_impl->quota.waitEmpty(kCutGrace);
    return false;
}

void Server::stop()
{
    for (const auto& listener : m_impl->listeners) {
        listener->close();
    }
    if (!m_impl->quota.waitEmpty(std::chrono::milliseconds{0})) {
        drain(std::chrono::milliseconds{0});
    }
    const bool isEmpty = m_impl->quota.waitEmpty(std::chrono::milliseconds{0});
    for (const auto& thread : m_impl->threads) {
        thread->finish(!isEmpty);
    }
    for (const auto& thread : m_impl->threads) {
        thread->join();
    }
}

ServerStatistics Server::statistics() const
{
    const EdgeShared& shared = m_impl->shared;
    ServerStatistics figures;
    figures.connections = m_impl->quota.count();
    figures.streams = shared.streams;
    figures.webSockets = shared.webSockets;
    figures.requests = shared.requests;
    figures.refusedFraming = shared.refusedFraming;
    figures.refusedConnections = m_impl->quota.refused();
    return figures;
}

} // namespace parley::server::edge
