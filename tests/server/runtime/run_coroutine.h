// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

namespace parley::test {

/// Runs `work` on `context` until nothing is left to do there.
/// @throws what work threw; std::logic_error when work did not end
template <class T>
T runCoroutine(boost::asio::io_context& context, boost::asio::awaitable<T> work)
{
    std::optional<T> result;
    std::exception_ptr failure;
    boost::asio::co_spawn(context, std::move(work), [&](std::exception_ptr error, T value) {
        failure = std::move(error);
        result = std::move(value);
    });
    context.restart();
    context.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
    if (!result) {
        throw std::logic_error("the coroutine did not end");
    }
    return std::move(*result);
}

inline void runCoroutine(boost::asio::io_context& context, boost::asio::awaitable<void> work)
{
    bool ended = false;
    std::exception_ptr failure;
    boost::asio::co_spawn(context, std::move(work), [&](std::exception_ptr error) {
        failure = std::move(error);
        ended = true;
    });
    context.restart();
    context.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
    if (!ended) {
        throw std::logic_error("the coroutine did not end");
    }
}

} // namespace parley::test
