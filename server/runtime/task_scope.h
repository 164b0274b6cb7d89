// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace parley::server::runtime {

/// Is told when a background task ended by an exception. `telemetry::Log::taskFailures()` makes one.
using TaskFailure = std::function<void(std::string_view task, std::string_view what)>;

/// Owner of background coroutines: the one place where a coroutine may outlive the expression that began it.
/// It is the last data member of its owner, so that nothing a task uses dies before it, and the owner awaits
/// cancelAndWait() before it goes.
/// @thread construct, spawn and count from any thread; all tasks run on `executor`, which must be one thread
/// or strand
class TaskScope {
public:
    TaskScope(boost::asio::any_io_executor executor, TaskFailure onFailure);
    ~TaskScope();
    TaskScope(const TaskScope&) = delete;
    TaskScope& operator=(const TaskScope&) = delete;

    /// Starts `work` on the scope's executor. What it throws is reported; being cancelled is no failure.
    /// @param name  a literal or longer-lived text, for the report
    /// @return false (and `work` is dropped) once cancelAndWait() was called
    bool spawn(std::string_view name, boost::asio::awaitable<void> work);

    /// Takes no more tasks, cancels those that run and waits until the last one has ended. Must not be
    /// awaited by a task of this scope. May be called again.
    boost::asio::awaitable<void> cancelAndWait();

    /// Waits until no task runs, without cancelling any.
    boost::asio::awaitable<void> waitIdle();

    /// Tasks begun and not ended.
    [[nodiscard]] std::size_t count() const;

    [[nodiscard]] const boost::asio::any_io_executor& executor() const;

private:
    struct State;
    static boost::asio::awaitable<void> drain(std::shared_ptr<State> state, bool cancel);

    // Shared with the completion of each task, which may come after the scope is gone.
    std::shared_ptr<State> m_state;
};

} // namespace parley::server::runtime
