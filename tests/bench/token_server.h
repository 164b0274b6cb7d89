// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace parley::bench {

/// A language model that speaks OpenAI's API: every request gets a stream of so many tokens at an even pace,
/// each of which is the time at which it was sent, in nanoseconds of the steady clock, and how much later
/// than due that was, in microseconds. Streams begin in turn: each millisecond the same share of them speaks.
/// Blocks in run(). @thread one
class TokenServer {
public:
    static constexpr std::size_t kTimeDigits = 19;
    static constexpr std::size_t kLateDigits = 7;

    /// @param perSecond  tokens of each stream; divides 1,000 @param tokens  of each stream
    TokenServer(int perSecond, int tokens);

    [[nodiscard]] unsigned short port() const { return m_acceptor.local_endpoint().port(); }
    [[noreturn]] void run();

private:
    struct Stream;
    using StreamPtr = std::shared_ptr<Stream>;

    void accept();
    void read(const StreamPtr& stream);
    void begin(const StreamPtr& stream);
    void tick();
    bool send(Stream& stream, std::chrono::steady_clock::time_point due);

    boost::asio::io_context m_context{1};
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_timer;
    int m_tokens;
    std::string m_token; ///< the event that is sent, with the time in it
    std::size_t m_timeAt;
    std::vector<std::vector<StreamPtr>> m_slots; ///< one a millisecond of the period
    std::size_t m_nextSlot = 0;
    std::size_t m_begun = 0;
    std::chrono::steady_clock::time_point m_due;
};

} // namespace parley::bench
