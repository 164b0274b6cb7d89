// SPDX-License-Identifier: MIT
#include "tests/bench/stream_reader.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace parley::bench {

namespace {

using std::chrono::steady_clock;

constexpr std::uint64_t kControlTag = ~std::uint64_t{0};
constexpr std::chrono::seconds kPatience{20};
constexpr std::size_t kSourceAddresses = 8;
constexpr std::size_t kOpenedAtOnce = 200;
constexpr int kSwitchingProtocols = 101;
constexpr std::size_t kLongestMarker = 128;

void watch(int epoll, int fd, std::uint64_t tag)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tag;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) != 0) {
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
    }
}

void sendAll(int fd, std::string_view text)
{
    if (::send(fd, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size())) {
        throw std::system_error(errno, std::generic_category(), "send");
    }
}

} // namespace

StreamReader::StreamReader(Endpoint endpoint,
                           std::span<const std::string> requests,
                           std::string greeting,
                           int control)
    : m_control(control),
      m_greeting(std::move(greeting)),
      m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_streams(requests.size()),
      m_buffer(65536)
{
    const auto begin = steady_clock::now();
    openAll(endpoint, requests);
    while (m_settled < m_streams.size() && steady_clock::now() < begin + kPatience + kPatience) {
        poll(100);
    }
    const std::chrono::duration<double> took = steady_clock::now() - begin;
    sendAll(control,
            "open " + std::to_string(m_open) + " " + std::to_string(m_streams.size() - m_open) + " " +
                std::to_string(took.count()) + "\n");
    watch(m_epoll.get(), control, kControlTag);
}

void StreamReader::run()
{
    while (poll(m_marker.empty() ? -1 : 100)) {
        if (!m_marker.empty() &&
            (m_arrivals.size() >= std::min(m_wanted, m_open) || steady_clock::now() > m_giveUpAt)) {
            tellFanOut();
        }
    }
}

void StreamReader::openAll(Endpoint endpoint, std::span<const std::string> requests)
{
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto source = static_cast<std::uint8_t>(2 + i % kSourceAddresses);
        m_streams[i].fd = connectTo(endpoint, source);
        watch(m_epoll.get(), m_streams[i].fd.get(), i);
        sendAll(m_streams[i].fd.get(), requests[i]);
        if (i % kOpenedAtOnce == kOpenedAtOnce - 1) {
            // Keeps the server's accept queue short.
            const auto limit = steady_clock::now() + kPatience;
            while (m_settled + kOpenedAtOnce < i && steady_clock::now() < limit) {
                poll(10);
            }
        }
    }
}

bool StreamReader::poll(int timeoutMs)
{
    std::array<epoll_event, 512> events;
    const int n = epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), timeoutMs);
    for (int i = 0; i < n; ++i) {
        const std::uint64_t tag = events[static_cast<std::size_t>(i)].data.u64;
        if (tag != kControlTag) {
            receive(static_cast<std::size_t>(tag));
        } else if (!obey()) {
            return false;
        }
    }
    return true;
}

void StreamReader::settle(Stream& stream, bool isOpen)
{
    if (!stream.isSettled) {
        stream.isSettled = true;
        ++m_settled;
    } else if (stream.isOpen == isOpen) {
        return;
    }
    m_open += isOpen ? 1 : 0;
    m_open -= stream.isOpen && !isOpen ? 1 : 0;
    stream.isOpen = isOpen;
}

void StreamReader::receive(std::size_t index)
{
    Stream& stream = m_streams[index];
    const ssize_t n = recv(stream.fd.get(), m_buffer.data(), m_buffer.size(), 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (n > 0) {
        take(stream, {m_buffer.data(), static_cast<std::size_t>(n)});
    }
    if (n <= 0 || stream.parser.isBroken() || (stream.parser.isDone() && !stream.isLink)) {
        settle(stream, false);
        stream.fd.close();
        return;
    }
    if (stream.parser.hasHead()) {
        settle(stream, stream.isLink || stream.parser.status() == 200);
    }
    look(stream);
}

void StreamReader::take(Stream& stream, std::string_view bytes)
{
    if (!stream.isLink) {
        bytes.remove_prefix(stream.parser.feed(bytes));
        stream.isLink = stream.parser.isDone() && stream.parser.status() == kSwitchingProtocols;
        if (stream.isLink && !m_greeting.empty()) {
            sendAll(stream.fd.get(), m_greeting);
        }
    }
    if (stream.isLink) {
        stream.parser.body().append(bytes);
    }
}

void StreamReader::look(Stream& stream)
{
    std::string& text = stream.parser.body();
    if (!m_marker.empty() && !stream.isReached && text.find(m_marker) != std::string::npos) {
        stream.isReached = true;
        m_arrivals.push_back(steady_clock::now().time_since_epoch());
    }
    // A marker may be cut in two by the network: what may be the first part of one stays.
    if (text.ends_with("\n\n")) {
        text.clear();
    } else if (stream.isLink && text.size() > kLongestMarker) {
        text.erase(0, text.size() - kLongestMarker);
    }
}

bool StreamReader::obey()
{
    std::array<char, 256> buffer;
    const ssize_t n = ::read(m_control, buffer.data(), buffer.size());
    constexpr std::string_view kExpect = "expect ";
    std::string_view line(buffer.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
    if (!line.starts_with(kExpect) || !line.ends_with('\n')) {
        return false;
    }
    line = line.substr(kExpect.size(), line.size() - kExpect.size() - 1);
    const std::size_t count = std::stoul(std::string(line.substr(0, line.find(' '))));
    m_wanted = count == 0 ? m_streams.size() : count;
    m_marker = line.substr(line.find(' ') + 1);
    m_arrivals.clear();
    m_arrivals.reserve(m_streams.size());
    for (Stream& stream : m_streams) {
        stream.isReached = false;
    }
    m_giveUpAt = steady_clock::now() + kPatience;
    sendAll(m_control, "ready\n");
    return true;
}

void StreamReader::tellFanOut()
{
    std::string line = "fanout " + std::to_string(m_arrivals.size());
    if (m_arrivals.empty()) {
        line += " 0 0 0\n";
    } else {
        for (const std::size_t at : {std::size_t{0}, m_arrivals.size() / 2, m_arrivals.size() - 1}) {
            line += " " + std::to_string(m_arrivals[at].count()); // in the order of their coming
        }
        line += "\n";
    }
    m_marker.clear();
    sendAll(m_control, line);
}

} // namespace parley::bench
