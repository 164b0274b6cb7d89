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
    const std::size_t size = from.size();
    const std::string_view bytes(static_cast<const char*>(from.data()), size);
    const bool isTaken = size == 0 || m_outbox->push(std::make_shared<const std::string>(bytes));
    if (isTaken && !m_outbox->isEmpty()) {
        m_outbox->onEmpty([done = std::move(done), size](bool isSent) {
            isSent ? done({}, size) : done(asio::error::broken_pipe, 0);
        });
        return;
    }
    asio::post(get_executor(), [done = std::move(done), size, isTaken] {
        isTaken ? done({}, size) : done(asio::error::broken_pipe, 0);
    });
}

} // namespace parley::server::edge
