// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include <utility>

namespace parley::server::daemon {

/// Runs a coroutine on an I/O thread and waits for it. For the main thread, at start-up and shutdown alone.
template <class T>
T runBlocking(const boost::asio::any_io_executor& executor, boost::asio::awaitable<T> work)
{
    return boost::asio::co_spawn(executor, std::move(work), boost::asio::use_future).get();
}

} // namespace parley::server::daemon
