// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>

namespace parley::server::runtime {

/// Calls back on the signals a daemon lives with, until destroyed. Not more than one a process.
/// @thread callbacks run on the executor
class Signals {
public:
    /// @param onStop    SIGTERM or SIGINT, at each of them: a second one may mean "at once"
    /// @param onReload  SIGHUP
    Signals(boost::asio::any_io_executor executor,
            std::function<void()> onStop,
            std::function<void()> onReload);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

private:
    struct State;
    static void listen(const std::shared_ptr<State>& state);
    // Shared with the wait under way, which ends after this object.
    std::shared_ptr<State> m_state;
};

} // namespace parley::server::runtime
