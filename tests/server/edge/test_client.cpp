// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace parley::test {

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

} // namespace

std::string WireResponse::header(std::string_view name) const
{
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    const std::size_t at = lower(head).find(wanted);
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t begin = at + wanted.size();
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

TestClient::TestClient(std::uint16_t port, int receiveBufferBytes)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    if (receiveBufferBytes > 0) {
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes, sizeof receiveBufferBytes);
    }
    const timeval patience{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect to the server under test");
    }
}

TestClient::~TestClient()
{
    ::close(m_socket);
}

bool TestClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void TestClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool TestClient::more()
{
    std::array<char, 16384> chunk;
    const ssize_t got = ::recv(m_socket, chunk.data(), chunk.size(), 0);
    if (got <= 0) {
        m_hasTimedOut = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        return false;
    }
    m_buffer.append(chunk.data(), static_cast<std::size_t>(got));
    return true;
}

std::string TestClient::receiveUntil(std::string_view text)
{
    std::size_t at = m_buffer.find(text);
    while (at == std::string::npos) {
        if (!more()) {
            return {};
        }
        at = m_buffer.find(text);
    }
    std::string taken = m_buffer.substr(0, at + text.size());
    m_buffer.erase(0, taken.size());
    return taken;
}

std::string TestClient::receiveBytes(std::size_t count)
{
    while (m_buffer.size() < count) {
        if (!more()) {
            return {};
        }
    }
    std::string taken = m_buffer.substr(0, count);
    m_buffer.erase(0, count);
    return taken;
}

WireResponse TestClient::receive(bool isHead)
{
    WireResponse response;
    const std::string head = receiveUntil("\r\n\r\n");
    if (head.size() < 12) {
        return response;
    }
    response.head = head;
    const int status = std::stoi(head.substr(9, 3));
    const std::string length = response.header("content-length");
    if (!length.empty() && !isHead && status != 304) {
        const std::size_t size = std::stoul(length);
        response.body = receiveBytes(size);
        if (response.body.size() != size) {
            return response;
        }
    }
    response.status = status;
    return response;
}

std::string TestClient::receiveAll()
{
    while (more()) {}
    return std::exchange(m_buffer, {});
}

bool TestClient::isClosed()
{
    while (more()) {}
    return !m_hasTimedOut;
}

} // namespace parley::test
