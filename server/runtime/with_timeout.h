// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/contain.h"
#include "server/runtime/deadline.h"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <utility>
#include <variant>

namespace parley::server::runtime {

/// Runs work, or gives up after limit. Work is cancelled, then awaited, before this returns; with no time
/// left it is not begun at all. Jobs of a WorkerPool cannot be cancelled: bound those where they run.
/// @errors Timeout limit passed; Internal work threw; Cancelled the caller was cancelled; otherwise those of
/// work
/// @thread one I/O thread or one strand (awaitable_operators are not thread-safe)
template <class T>
boost::asio::awaitable<Result<T>> withTimeout(boost::asio::awaitable<Result<T>> work,
                                              std::chrono::milliseconds limit)
{
    using namespace boost::asio::experimental::awaitable_operators;
    if (limit <= std::chrono::milliseconds{0}) {
        co_return fail(ErrorCode::Timeout, "The operation took too long.", "no time was left to begin it");
    }
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, limit);
    auto race = contain(std::move(work)) || timer.async_wait(boost::asio::use_awaitable);
    auto winner = co_await std::move(race);
    if (auto* value = std::get_if<0>(&winner)) {
        co_return std::move(*value);
    }
    co_return fail(ErrorCode::Timeout, "The operation took too long.");
}

/// As above, with what is left of a budget.
template <class T>
boost::asio::awaitable<Result<T>> withTimeout(boost::asio::awaitable<Result<T>> work, Budget budget)
{
    return withTimeout(std::move(work), budget.remaining());
}

} // namespace parley::server::runtime
