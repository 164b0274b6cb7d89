// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace boost::asio {
template <typename Protocol, typename Executor>
class basic_stream_socket;
namespace ip {
class tcp;
}
} // namespace boost::asio

namespace parley::server::edge {

class TlsContext;

using TcpSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::any_io_executor>;

/// What a read or write that never waits came to.
struct IoResult {
    enum class State { Done, WouldBlock, Closed };
    State state = State::Closed;
    std::size_t bytes = 0;
};

/// A connected peer, in the clear or through TLS. Reads and writes never wait; waiting is for readiness,
/// without a buffer, so that an idle connection holds none. @thread the connection's I/O thread
class Transport {
public:
    virtual ~Transport() = default;

    virtual IoResult read(std::span<char> into) = 0;
    /// Takes as much as fits. With TLS all of it may be taken and wait encrypted: then hasPending().
    virtual IoResult write(std::string_view bytes) = 0;
    /// Pushes on what write() took and could not send.
    virtual IoResult flush() = 0;
    [[nodiscard]] virtual bool hasPending() const = 0;

    /// Waits; false when the wait was cut short by close().
    virtual boost::asio::awaitable<bool> readable() = 0;
    virtual boost::asio::awaitable<bool> writable() = 0;
    /// The same with a callback, for what is not a coroutine. Called once, never from inside this call.
    virtual void onReadable(std::function<void(bool)> action) = 0;
    virtual void onWritable(std::function<void(bool)> action) = 0;

    /// Says that nothing more will be sent (close_notify, FIN).
    virtual void shutdownSend() = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    [[nodiscard]] virtual bool isTls() const = 0;
    virtual boost::asio::any_io_executor executor() = 0;
};

/// @param tls  null: in the clear
std::unique_ptr<Transport> makeTransport(TcpSocket&& socket, const TlsContext* tls);

} // namespace parley::server::edge
