// SPDX-License-Identifier: MIT
#include "tests/bench/token_server.h"

#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>

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

std::string tokenEvent()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now().time_since_epoch()).count();
    return chunkOf(
        R"(data: {"id":"chatcmpl-0123456789","object":"chat.completion.chunk","created":1795272818,)"
        R"("model":"bench","system_fingerprint":"fp_0123456789","choices":[{"index":0,"delta":{"content":")" +
        std::to_string(now) + R"("},"logprobs":null,"finish_reason":null}]})" + "\n\n");
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

bool TokenServer::send(Stream& stream) const
{
    const bool isLast = --stream.left == 0;
    std::string bytes = tokenEvent();
    if (isLast) {
        bytes += chunkOf("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
        bytes += chunkOf("data: [DONE]\n\n") + "0\r\n\r\n";
    }
    boost::system::error_code error;
    asio::write(stream.socket, asio::buffer(bytes), error);
    return !isLast && !error;
}

void TokenServer::tick()
{
    for (const auto now = Steady::now(); m_due <= now; m_due += kTick) {
        auto& slot = m_slots[m_nextSlot++ % m_slots.size()];
        slot.remove_if([this](const StreamPtr& stream) { return !send(*stream); });
    }
    m_timer.expires_at(m_due);
    m_timer.async_wait([this](auto) { tick(); });
}

} // namespace parley::bench
