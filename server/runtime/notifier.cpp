// SPDX-License-Identifier: MIT
#include "server/runtime/notifier.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <atomic>
#include <utility>

namespace asio = boost::asio;

namespace parley::server::runtime {

struct Notifier::State {
    explicit State(asio::any_io_executor executor) : timer(std::move(executor)) {}

    asio::steady_timer timer;
    std::atomic<bool> isNotified{false};
};

Notifier::Notifier(asio::any_io_executor executor) : m_state(std::make_shared<State>(std::move(executor))) {}

void Notifier::notify()
{
    // Only the first of several wake-ups takes the way through the executor's queue.
    if (!m_state->isNotified.exchange(true)) {
        asio::dispatch(m_state->timer.get_executor(), [state = m_state] { state->timer.cancel(); });
    }
}

asio::awaitable<bool> Notifier::wait(std::chrono::steady_clock::time_point until)
{
    const auto state = m_state;
    while (!state->isNotified.exchange(false)) {
        if (std::chrono::steady_clock::now() >= until) {
            co_return false;
        }
        state->timer.expires_at(until);
        co_await state->timer.async_wait(asio::as_tuple(asio::use_awaitable));
        // A late wake-up of an earlier round cancels the timer too; only the coroutine's own state tells them
        // apart.
        const auto cancellation = co_await asio::this_coro::cancellation_state;
        if (cancellation.cancelled() != asio::cancellation_type::none) {
            throw boost::system::system_error(asio::error::operation_aborted);
        }
    }
    co_return true;
}

asio::awaitable<void> Notifier::wait()
{
    while (!co_await wait(std::chrono::steady_clock::time_point::max())) {}
}

} // namespace parley::server::runtime
