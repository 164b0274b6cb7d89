// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/connection.h"
#include "server/edge/outbox.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace parley::server::edge {

/// A connection's transport in the form that composed operations of Asio expect (AsyncReadStream,
/// AsyncWriteStream), the same for plain and TLS, so that what is built on it is compiled once. What is
/// written goes through the outbox, so that others may put whole frames between: one write is one frame.
/// @thread the connection's I/O thread
class WireStream {
public:
    using executor_type = boost::asio::any_io_executor;
    using Done = std::function<void(boost::system::error_code, std::size_t)>;

    WireStream(std::shared_ptr<Connection> connection, std::shared_ptr<Outbox> outbox)
        : m_connection(std::move(connection)), m_outbox(std::move(outbox))
    {}

    executor_type get_executor() { return m_connection->transport().executor(); }
    [[nodiscard]] Connection& connection() const { return *m_connection; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto handler, boost::asio::mutable_buffer into) {
                startRead(into, erase(std::move(handler)));
            },
            token,
            firstOf<boost::asio::mutable_buffer>(buffers));
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
            [this](auto handler, boost::asio::const_buffer from) {
                startWrite(from, erase(std::move(handler)));
            },
            token,
            firstOf<boost::asio::const_buffer>(buffers));
    }

private:
    template <class Buffer, class Buffers>
    static Buffer firstOf(const Buffers& buffers)
    {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != end; ++it) {
            const Buffer buffer(*it);
            if (buffer.size() > 0) {
                return buffer;
            }
        }
        return Buffer();
    }

    /// Handlers move only; what waits for readiness is copyable.
    template <class Handler>
    Done erase(Handler handler)
    {
        auto shared = std::make_shared<Handler>(std::move(handler));
        return [shared, own = get_executor()](boost::system::error_code error, std::size_t bytes) {
            const auto executor = boost::asio::get_associated_executor(*shared, own);
            boost::asio::dispatch(executor, [shared, error, bytes] { (*shared)(error, bytes); });
        };
    }

    void startRead(boost::asio::mutable_buffer into, Done done);
    void startWrite(boost::asio::const_buffer from, Done done);
    static void
    read(const std::shared_ptr<Connection>& connection, boost::asio::mutable_buffer into, const Done& done);

    std::shared_ptr<Connection> m_connection;
    std::shared_ptr<Outbox> m_outbox;
};

} // namespace parley::server::edge
