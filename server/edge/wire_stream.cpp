// SPDX-License-Identifier: MIT
#include "server/edge/wire_stream.h"

#include <algorithm>
#include <cstring>

namespace parley::server::edge {

namespace asio = boost::asio;

void WireStream::startRead(asio::mutable_buffer into, Done done)
{
    // Never from inside the initiating call: the operation above is not ready for it.
    asio::post(get_executor(),
               [connection = m_connection, into, done = std::move(done)] { read(connection, into, done); });
}

void WireStream::read(const std::shared_ptr<Connection>& connection,
                      asio::mutable_buffer into,
                      const Done& done)
{
    std::string& early = connection->input();
    if (!early.empty() || into.size() == 0) {
        const std::size_t size = std::min(early.size(), into.size());
        std::memcpy(into.data(), early.data(), size);
        early.erase(0, size);
        done({}, size);
        return;
    }
    Transport& transport = connection->transport();
    const IoResult result = transport.read({static_cast<char*>(into.data()), into.size()});
    if (result.state == IoResult::State::WouldBlock && transport.isOpen()) {
        transport.onReadable([connection, into, done](bool) { read(connection, into, done); });
    } else if (result.state == IoResult::State::Done) {
        done({}, result.bytes);
    } else {
        done(asio::error::eof, 0);
    }
}

void WireStream::startWrite(asio::const_buffer from, Done done)
{
    asio::post(get_executor(),
               [connection = m_connection, from, done = std::move(done)] { write(connection, from, done); });
}

void WireStream::write(const std::shared_ptr<Connection>& connection,
                       asio::const_buffer from,
                       const Done& done)
{
    Transport& transport = connection->transport();
    const IoResult result = transport.write({static_cast<const char*>(from.data()), from.size()});
    if (result.state == IoResult::State::Done) {
        pushPending(connection, result.bytes, done);
    } else if (result.state == IoResult::State::WouldBlock && transport.isOpen()) {
        transport.onWritable([connection, from, done](bool) { write(connection, from, done); });
    } else {
        done(asio::error::broken_pipe, 0);
    }
}

void WireStream::pushPending(const std::shared_ptr<Connection>& connection,
                             std::size_t taken,
                             const Done& done)
{
    Transport& transport = connection->transport();
    const IoResult result = transport.flush();
    if (result.state == IoResult::State::WouldBlock && transport.isOpen()) {
        transport.onWritable([connection, taken, done](bool) { pushPending(connection, taken, done); });
    } else if (result.state == IoResult::State::Done) {
        done({}, taken);
    } else {
        done(asio::error::broken_pipe, 0);
    }
}

} // namespace parley::server::edge
