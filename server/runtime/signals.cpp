// SPDX-License-Identifier: MIT
#include "server/runtime/signals.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <utility>

namespace parley::server::runtime {

struct Signals::State {
    State(boost::asio::any_io_executor executor, std::function<void()> stop, std::function<void()> reload)
        : set(std::move(executor)), onStop(std::move(stop)), onReload(std::move(reload))
    {}

    boost::asio::signal_set set;
    std::function<void()> onStop;
    std::function<void()> onReload;
};

Signals::Signals(boost::asio::any_io_executor executor,
                 std::function<void()> onStop,
                 std::function<void()> onReload)
    : m_state(std::make_shared<State>(std::move(executor), std::move(onStop), std::move(onReload)))
{
    m_state->set.add(SIGTERM);
    m_state->set.add(SIGINT);
#ifdef SIGHUP
    m_state->set.add(SIGHUP);
#endif
#ifdef SIGPIPE
    // A client that went away is an error of one write, never the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    listen(m_state);
}

Signals::~Signals()
{
    boost::asio::dispatch(m_state->set.get_executor(), [state = m_state] { state->set.cancel(); });
}

void Signals::listen(const std::shared_ptr<State>& state)
{
    state->set.async_wait([state](const boost::system::error_code& error, int number) {
        if (error) {
            return;
        }
        const bool isStop = number == SIGTERM || number == SIGINT;
        listen(state);
        (isStop ? state->onStop : state->onReload)();
    });
}

} // namespace parley::server::runtime
