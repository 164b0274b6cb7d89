// SPDX-License-Identifier: MIT
#include "tests/bench/client_connection.h"

#include <sys/socket.h>

#include <cerrno>

namespace parley::bench {

bool ClientConnection::send()
{
    while (hasUnsent()) {
        const ssize_t n =
            ::send(m_fd.get(), m_request.data() + m_sent, m_request.size() - m_sent, MSG_NOSIGNAL);
        if (n < 0) {
            return errno == EAGAIN || errno == EINTR;
        }
        m_sent += static_cast<std::size_t>(n);
    }
    return true;
}

ClientConnection::Progress ClientConnection::receive(std::span<char> buffer)
{
    const ssize_t n = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
    if (n < 0) {
        return errno == EAGAIN || errno == EINTR ? Progress::Waiting : Progress::Broken;
    }
    if (n == 0) {
        m_response.finish();
        return m_response.isDone() ? Progress::Answered : Progress::Broken;
    }
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(n));
    const std::size_t used = m_response.feed(bytes);
    if (m_response.isBroken() || used != bytes.size()) {
        return Progress::Broken; // nothing was asked for beyond the one response
    }
    return m_response.isDone() ? Progress::Answered : Progress::Waiting;
}

void ClientConnection::next()
{
    m_request.clear();
    m_sent = 0;
    m_response.reset();
}

void ClientConnection::reconnect()
{
    m_fd = connectTo(m_endpoint);
    next();
}

} // namespace parley::bench
