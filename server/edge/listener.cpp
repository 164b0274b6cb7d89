// SPDX-License-Identifier: MIT
#include "server/edge/listener.h"

#include "server/edge/io_thread.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

constexpr int kBacklog = 4096;
/// When descriptors run out, accepting again at once would spin.
constexpr std::chrono::milliseconds kRetryPause{100};

std::string addressText(const TcpSocket& socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) {
        return {};
    }
    const asio::ip::address address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

} // namespace

struct Listener::Impl : std::enable_shared_from_this<Impl> {
    Impl(IoThread& owner, Pick choose, Accepted take)
        : thread(owner),
          pick(std::move(choose)),
          accepted(std::move(take)),
          acceptor(owner.context()),
          pause(owner.context())
    {}

    void accept()
    {
        IoThread& next = pick();
        acceptor.async_accept(asio::any_io_executor(next.context().get_executor()),
                              [self = shared_from_this(), &next](const boost::system::error_code& error,
                                                                 TcpSocket socket) {
                                  self->onAccept(error, next, std::move(socket));
                              });
    }

    void onAccept(const boost::system::error_code& error, IoThread& next, TcpSocket&& socket)
    {
        if (!acceptor.is_open()) {
            return;
        }
        if (!error) {
            std::string peer = addressText(socket);
            accepted(next, std::move(socket), std::move(peer));
            accept();
            return;
        }
        pause.expires_after(kRetryPause);
        pause.async_wait([self = shared_from_this()](const boost::system::error_code& cancelled) {
            if (!cancelled && self->acceptor.is_open()) {
                self->accept();
            }
        });
    }

    IoThread& thread;
    Pick pick;
    Accepted accepted;
    asio::ip::tcp::acceptor acceptor;
    asio::steady_timer pause;
};

Listener::Listener(IoThread& thread, Pick pick, Accepted accepted)
    : m_impl(std::make_shared<Impl>(thread, std::move(pick), std::move(accepted)))
{}

Listener::~Listener() = default;

Result<std::uint16_t> Listener::open(const std::string& address, std::uint16_t port)
{
    boost::system::error_code error;
    const auto host = asio::ip::make_address(address, error);
    if (error) {
        return failField("listen", "is no address: " + address);
    }
    const asio::ip::tcp::endpoint endpoint(host, port);
    auto& acceptor = m_impl->acceptor;
    try {
        acceptor.open(endpoint.protocol());
#ifndef _WIN32
        acceptor.set_option(asio::socket_base::reuse_address(true));
#endif
        acceptor.bind(endpoint);
        acceptor.listen(kBacklog);
        acceptor.non_blocking(true);
        const std::uint16_t bound = acceptor.local_endpoint().port();
        m_impl->thread.post([impl = m_impl] { impl->accept(); });
        return bound;
    } catch (const boost::system::system_error& failure) {
        acceptor.close(error);
        return fail(ErrorCode::Unavailable,
                    "Cannot listen on " + address + ":" + std::to_string(port) + ": " +
                        failure.code().message(),
                    failure.what());
    }
}

void Listener::close()
{
    m_impl->thread.post([impl = m_impl] {
        boost::system::error_code ignored;
        impl->acceptor.close(ignored);
        impl->pause.cancel();
    });
}

} // namespace parley::server::edge
