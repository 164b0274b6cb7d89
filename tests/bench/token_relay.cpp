// SPDX-License-Identifier: MIT
#include "tests/bench/token_relay.h"

#include "tests/bench/endpoint.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>

namespace parley::bench {

namespace {

using Steady = std::chrono::steady_clock;

/// As many as the real client begins in a hundredth of a second.
constexpr std::size_t kBurst = 50;
constexpr std::chrono::milliseconds kBetweenBursts{10};
constexpr std::size_t kSourceAddresses = 8;
constexpr std::string_view kRequest =
    "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
constexpr std::string_view kBeforeToken = R"("content":")";

} // namespace

TokenRelay::TokenRelay(unsigned short port, int streams, TokenArrivals& arrivals)
    : m_port(port),
      m_arrivals(arrivals),
      m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_streams(static_cast<std::size_t>(streams)),
      m_buffer(32 * 1024)
{}

void TokenRelay::open(std::size_t count)
{
    Endpoint endpoint;
    endpoint.port = m_port;
    for (const std::size_t end = std::min(m_opened + count, m_streams.size()); m_opened < end; ++m_opened) {
        Fd& stream = m_streams[m_opened];
        stream = connectTo(endpoint, static_cast<std::uint8_t>(2 + m_opened % kSourceAddresses));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = m_opened;
        if (epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, stream.get(), &event) != 0 ||
            ::send(stream.get(), kRequest.data(), kRequest.size(), MSG_NOSIGNAL) < 0) {
            throw std::system_error(errno, std::generic_category(), "a stream");
        }
    }
}

void TokenRelay::run()
{
    auto next = Steady::now();
    while (m_ended < m_streams.size()) {
        if (m_opened < m_streams.size() && Steady::now() >= next) {
            open(kBurst);
            next += kBetweenBursts;
        }
        std::array<epoll_event, 512> events;
        const int patience = m_opened < m_streams.size() ? 1 : 1'000;
        const int count = epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), patience);
        for (int i = 0; i < count; ++i) {
            receive(events[static_cast<std::size_t>(i)].data.u64);
        }
    }
}

void TokenRelay::receive(std::size_t index)
{
    Fd& stream = m_streams[index];
    const ssize_t size = ::recv(stream.get(), m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    const std::string_view bytes(m_buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    if (size > 0) {
        take(bytes);
    }
    const bool isOver =
        bytes.ends_with("\r\n0\r\n\r\n") || size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR);
    if (isOver) {
        stream.close();
        ++m_ended;
    }
}

void TokenRelay::take(std::string_view bytes)
{
    const auto now = Steady::now();
    for (auto at = bytes.find(kBeforeToken); at != std::string_view::npos;
         at = bytes.find(kBeforeToken, at)) {
        at += kBeforeToken.size();
        m_arrivals.take(bytes.substr(at), now);
    }
}

} // namespace parley::bench
