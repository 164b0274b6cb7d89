// SPDX-License-Identifier: MIT
#include "tests/bench/token_server.h"

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace parley::bench {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds kTick{1};
constexpr int kBacklog = 8'192;

std::string chunkOf(const std::string& event)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", event.size());
    return size + event + "\r\n";
}

/// Around the numbers, which are written with so many digits always: then nothing but they differ.
constexpr std::size_t kDigits = TokenServer::kTimeDigits + TokenServer::kLateDigits;
constexpr const char* kBefore =
    R"(data: {"id":"chatcmpl-0123456789","object":"chat.completion.chunk","created":1795272818,)"
    R"("model":"bench","system_fingerprint":"fp_0123456789","choices":[{"index":0,"delta":{"content":")";
constexpr const char* kBehind = "\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n";

/// Without it a system whose default is BBR paces a stream that says little by a timer of its own, tens of
/// milliseconds late: its affair, not that of what is measured.
void plainCongestionControl(int socket)
{
    constexpr std::string_view kReno = "reno";
    setsockopt(socket, IPPROTO_TCP, TCP_CONGESTION, kReno.data(), kReno.size());
}

void writeNumber(char* digits, std::size_t count, std::int64_t number)
{
    for (std::size_t i = count; i-- > 0; number /= 10) {
        digits[i] = static_cast<char>('0' + number % 10);
    }
}

void writeTimes(char* digits, Steady::time_point due)
{
    using namespace std::chrono;
    const auto now = Steady::now();
    writeNumber(digits, TokenServer::kTimeDigits, duration_cast<nanoseconds>(now.time_since_epoch()).count());
    writeNumber(digits + TokenServer::kTimeDigits,
                TokenServer::kLateDigits,
                duration_cast<microseconds>(now - due).count());
}

} // namespace

struct TokenServer::Stream {
    explicit Stream(asio::ip::tcp::socket s) : socket(std::move(s)) {}
    asio::ip::tcp::socket socket;
    std::string buffer;
    int left = 0;
};

TokenServer::TokenServer(int perSecond, int tokens)
    : m_acceptor(m_context),
      m_timer(m_context),
      m_tokens(tokens),
      m_token(chunkOf(kBefore + std::string(kDigits, '0') + kBehind)),
      m_timeAt(m_token.find(std::string(kDigits, '0'))),
      m_slots(static_cast<std::size_t>(1'000 / perSecond))
{
    const asio::ip::tcp::endpoint address(asio::ip::address_v4::loopback(), 0);
    m_acceptor.open(address.protocol());
    m_acceptor.bind(address);
    m_acceptor.listen(kBacklog);
}

void TokenServer::run()
{
    accept();
    m_due = Steady::now();
    tick();
    m_context.run();
    std::_Exit(0);
}

void TokenServer::accept()
{
    m_acceptor.async_accept([this](auto error, asio::ip::tcp::socket socket) {
        if (!error) {
            socket.set_option(asio::ip::tcp::no_delay(true));
            plainCongestionControl(socket.native_handle());
            socket.non_blocking(true);
            read(std::make_shared<Stream>(std::move(socket)));
        }
        accept();
    });
}

void TokenServer::read(const StreamPtr& stream)
{
    // The request is sent in one piece; its head ends before its body does.
    asio::async_read_until(stream->socket,
                           asio::dynamic_buffer(stream->buffer),
                           "\r\n\r\n",
                           [this, stream](auto error, std::size_t) {
                               if (!error) {
                                   begin(stream);
                               }
                           });
}

void TokenServer::begin(const StreamPtr& stream)
{
    static const std::string kHead =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream->left = m_tokens;
    boost::system::error_code error;
    asio::write(stream->socket, asio::buffer(kHead), error);
    m_slots[m_begun++ % m_slots.size()].push_back(stream);
}

bool TokenServer::send(Stream& stream, Steady::time_point due)
{
    static const std::string kEnd =
        chunkOf("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n") +
        chunkOf("data: [DONE]\n\n") + "0\r\n\r\n";
    const bool isLast = --stream.left == 0;
    writeTimes(m_token.data() + m_timeAt, due);
    const std::string whole = isLast ? m_token + kEnd : std::string();
    const std::string& bytes = isLast ? whole : m_token;
    const auto sent = ::send(stream.socket.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return !isLast && sent == static_cast<ssize_t>(bytes.size());
}

void TokenServer::tick()
{
    for (const auto now = Steady::now(); m_due <= now; m_due += kTick) {
        auto& slot = m_slots[m_nextSlot++ % m_slots.size()];
        std::erase_if(slot, [this](const StreamPtr& stream) { return !send(*stream, m_due); });
    }
    m_timer.expires_at(m_due);
    m_timer.async_wait([this](auto) { tick(); });
}

} // namespace parley::bench
