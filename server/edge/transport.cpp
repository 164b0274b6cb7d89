// SPDX-License-Identifier: MIT
#include "server/edge/transport.h"

#include "server/edge/tls_channel.h"
#include "server/edge/tls_context.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
using ErrorCode = boost::system::error_code;

IoResult outcome(const ErrorCode& error, std::size_t bytes)
{
    if (!error) {
        return IoResult{IoResult::State::Done, bytes};
    }
    const bool waits = error == asio::error::would_block || error == asio::error::try_again;
    return IoResult{waits ? IoResult::State::WouldBlock : IoResult::State::Closed, 0};
}

asio::awaitable<bool> ready(TcpSocket& socket, asio::socket_base::wait_type what)
{
    const auto [error] = co_await socket.async_wait(what, kAwait);
    co_return !error;
}

class PlainTransport : public Transport {
public:
    explicit PlainTransport(TcpSocket&& socket) : m_socket(std::move(socket))
    {
        ErrorCode ignored;
        m_socket.non_blocking(true, ignored);
        m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    }

    IoResult read(std::span<char> into) override
    {
        ErrorCode error;
        const std::size_t bytes = m_socket.read_some(asio::buffer(into.data(), into.size()), error);
        return outcome(error, bytes);
    }

    IoResult write(std::string_view bytes) override
    {
        ErrorCode error;
        const std::size_t sent = m_socket.write_some(asio::buffer(bytes), error);
        return outcome(error, sent);
    }

    IoResult flush() override { return IoResult{IoResult::State::Done, 0}; }
    [[nodiscard]] bool hasPending() const override { return false; }

    asio::awaitable<bool> readable() override { return ready(m_socket, asio::socket_base::wait_read); }
    asio::awaitable<bool> writable() override { return ready(m_socket, asio::socket_base::wait_write); }

    void onReadable(std::function<void(bool)> action) override
    {
        m_socket.async_wait(asio::socket_base::wait_read,
                            [action = std::move(action)](ErrorCode error) { action(!error); });
    }

    void onWritable(std::function<void(bool)> action) override
    {
        m_socket.async_wait(asio::socket_base::wait_write,
                            [action = std::move(action)](ErrorCode error) { action(!error); });
    }

    void shutdownSend() override
    {
        ErrorCode ignored;
        m_socket.shutdown(asio::socket_base::shutdown_send, ignored);
    }

    void close() override
    {
        ErrorCode ignored;
        m_socket.close(ignored);
    }

    [[nodiscard]] bool isOpen() const override { return m_socket.is_open(); }
    [[nodiscard]] bool isTls() const override { return false; }
    asio::any_io_executor executor() override { return m_socket.get_executor(); }

protected:
    TcpSocket m_socket;
};

/// TLS as a filter between the socket and the connection: the same code serves both kinds of transport.
class TlsTransport final : public PlainTransport {
public:
    TlsTransport(TcpSocket&& socket, const TlsContext& context)
        : PlainTransport(std::move(socket)), m_channel(context.open())
    {}

    IoResult read(std::span<char> into) override
    {
        std::array<char, 16 * 1024> raw;
        while (true) {
            const IoResult plain = m_channel.read(into);
            if (flush().state == IoResult::State::Closed) {
                return {};
            }
            if (plain.state != IoResult::State::WouldBlock) {
                return plain;
            }
            const IoResult cipher = PlainTransport::read(raw);
            if (cipher.state != IoResult::State::Done) {
                return cipher;
            }
            m_channel.feed(std::string_view(raw.data(), cipher.bytes));
        }
    }

    IoResult write(std::string_view bytes) override
    {
        if (const IoResult before = flush(); before.state != IoResult::State::Done) {
            return before;
        }
        const IoResult taken = m_channel.write(bytes.substr(0, kRecordBytes));
        if (flush().state == IoResult::State::Closed) {
            return {};
        }
        return taken;
    }

    IoResult flush() override
    {
        while (m_channel.hasOutput()) {
            const IoResult sent = PlainTransport::write(m_channel.output());
            if (sent.state != IoResult::State::Done) {
                return sent;
            }
            m_channel.consumeOutput(sent.bytes);
        }
        return IoResult{IoResult::State::Done, 0};
    }

    [[nodiscard]] bool hasPending() const override { return m_channel.hasOutput(); }

    void shutdownSend() override
    {
        m_channel.shutdown();
        flush();
        PlainTransport::shutdownSend();
    }

    [[nodiscard]] bool isTls() const override { return true; }

private:
    /// One TLS record: what waits encrypted stays this small.
    static constexpr std::size_t kRecordBytes = 16 * 1024;

    TlsChannel m_channel;
};

} // namespace

std::unique_ptr<Transport> makeTransport(TcpSocket&& socket, const TlsContext* tls)
{
    if (tls != nullptr) {
        return std::make_unique<TlsTransport>(std::move(socket), *tls);
    }
    return std::make_unique<PlainTransport>(std::move(socket));
}

} // namespace parley::server::edge
