// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>

namespace parley::server::runtime {

/// Wakes one coroutine that waits on one executor. Wake-ups do not count: any number of them before the next
/// wait is one, none is lost. Small (about 250 bytes), because every open stream has one.
class Notifier {
public:
    explicit Notifier(boost::asio::any_io_executor executor);

    /// @thread any, as long as the notifier lives
    void notify();

    /// Waits for a notify() since the last successful wait, or until the time. One waiter at a time.
    /// @return false when the time came first
    /// @throws boost::system::system_error operation_aborted when the waiting coroutine is cancelled
    /// @thread the executor's
    boost::asio::awaitable<bool> wait(std::chrono::steady_clock::time_point until);

    /// Waits without a limit; only for a waiter that is cancelled or notified at the end of what it serves.
    boost::asio::awaitable<void> wait();

private:
    struct State;
    // Shared with a wake-up that is on its way through the executor's queue.
    std::shared_ptr<State> m_state;
};

} // namespace parley::server::runtime
