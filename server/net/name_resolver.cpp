// SPDX-License-Identifier: MIT
#include "server/net/name_resolver.h"

#include "server/runtime/notifier.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <mutex>
#include <utility>

namespace parley::server::net {

namespace {

namespace asio = boost::asio;
using Addresses = std::vector<asio::ip::address>;

constexpr std::size_t kMaxWaiting = 256;

/// Blocks, for seconds where no name server answers.
Result<Addresses> askSystem(const std::string& host)
{
    asio::io_context context;
    asio::ip::tcp::resolver resolver(context);
    boost::system::error_code error;
    const auto found = resolver.resolve(host, "", error);
    Addresses addresses;
    for (const auto& entry : found) {
        const auto address = entry.endpoint().address();
        if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) {
            addresses.push_back(address);
        }
    }
    if (error || addresses.empty()) {
        return fail(ErrorCode::Unavailable, "The host could not be found.", host + ": " + error.message());
    }
    return addresses;
}

} // namespace

struct SystemResolver::Question {
    explicit Question(asio::any_io_executor executor) : answered(std::move(executor)) {}

    runtime::Notifier answered;
    std::mutex mutex;
    Result<Addresses> answer = fail(ErrorCode::Timeout, "Finding the host took too long.");
};

SystemResolver::SystemResolver(std::size_t threads)
    : m_waiting(std::make_shared<std::atomic<std::size_t>>(0)), m_threads(threads)
{}

SystemResolver::~SystemResolver()
{
    m_threads.join();
}

asio::awaitable<Result<Addresses>> SystemResolver::resolve(std::string host, runtime::Budget budget)
{
    if (m_waiting->fetch_add(1) >= kMaxWaiting) {
        m_waiting->fetch_sub(1);
        co_return fail(ErrorCode::Unavailable,
                       "The server is busy. Try again soon.",
                       "too many names to find");
    }
    auto question = std::make_shared<Question>(co_await asio::this_coro::executor);
    auto ask = [question, waiting = m_waiting, host = std::move(host)] {
        auto answer = askSystem(host);
        waiting->fetch_sub(1);
        {
            const std::lock_guard lock(question->mutex);
            question->answer = std::move(answer);
        }
        question->answered.notify();
    };
    asio::post(m_threads, std::move(ask));
    co_await question->answered.wait(budget.deadline);
    const std::lock_guard lock(question->mutex);
    co_return question->answer;
}

} // namespace parley::server::net
