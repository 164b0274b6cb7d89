// SPDX-License-Identifier: MIT
#include "server/runtime/task_scope.h"

#include "server/runtime/contain.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace asio = boost::asio;

namespace parley::server::runtime {

using Signal = std::shared_ptr<asio::cancellation_signal>; // shared: the map and whoever is emitting it

struct TaskScope::State : std::enable_shared_from_this<State> {
    State(asio::any_io_executor ex, TaskFailure report)
        : executor(std::move(ex)),
          onFailure(std::move(report)),
          idle(executor, asio::steady_timer::time_point::max())
    {}

    asio::any_io_executor executor;
    TaskFailure onFailure;
    std::atomic<std::size_t> running{0};
    std::atomic<bool> closed{false};
    // From here on: the executor's thread only.
    asio::steady_timer idle;
    std::unordered_map<std::uint64_t, Signal> signals;
    std::uint64_t lastId = 0;

    void start(std::string_view name, asio::awaitable<void> work);
    void ended(std::uint64_t id, std::string_view name, std::exception_ptr failure);
    void cancelAll();
    void leave();
};

void TaskScope::State::start(std::string_view name, asio::awaitable<void> work)
{
    if (closed) {
        leave();
        return;
    }
    const std::uint64_t id = ++lastId;
    auto signal = std::make_shared<asio::cancellation_signal>();
    signals.emplace(id, signal);
    auto done = [self = shared_from_this(), id, name](std::exception_ptr failure) {
        self->ended(id, name, std::move(failure));
    };
    asio::co_spawn(executor, std::move(work), asio::bind_cancellation_slot(signal->slot(), std::move(done)));
}

void TaskScope::State::ended(std::uint64_t id, std::string_view name, std::exception_ptr failure)
{
    // The frame that is just ending still refers to its signal, so that dies in a turn of its own.
    if (auto node = signals.extract(id)) {
        asio::post(executor, [signal = std::move(node.mapped())] {});
    }
    if (failure) {
        try {
            std::rethrow_exception(failure);
        } catch (...) {
            const Error error = errorOfCurrentException();
            if (error.code != ErrorCode::Cancelled && onFailure) {
                onFailure(name, error.detail);
            }
        }
    }
    leave();
}

void TaskScope::State::leave()
{
    if (running.fetch_sub(1) == 1) {
        idle.cancel();
    }
}

void TaskScope::State::cancelAll()
{
    std::vector<Signal> all;
    all.reserve(signals.size());
    for (const auto& [id, signal] : signals) {
        all.push_back(signal);
    }
    for (const Signal& signal : all) {
        signal->emit(asio::cancellation_type::terminal);
    }
}

TaskScope::TaskScope(asio::any_io_executor executor, TaskFailure onFailure)
    : m_state(std::make_shared<State>(std::move(executor), std::move(onFailure)))
{}

TaskScope::~TaskScope()
{
    m_state->closed = true;
    if (const std::size_t left = m_state->running; left != 0 && m_state->onFailure) {
        m_state->onFailure("task scope", std::to_string(left) + " tasks still ran when their owner went");
    }
}

bool TaskScope::spawn(std::string_view name, asio::awaitable<void> work)
{
    if (m_state->closed) {
        return false;
    }
    m_state->running.fetch_add(1);
    asio::dispatch(m_state->executor, [state = m_state, name, work = std::move(work)]() mutable {
        state->start(name, std::move(work));
    });
    return true;
}

asio::awaitable<void> TaskScope::drain(std::shared_ptr<State> state, bool cancel)
{
    // Half a shutdown is worse than a late one.
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    if (cancel) {
        state->cancelAll();
    }
    while (state->running != 0) {
        co_await state->idle.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

asio::awaitable<void> TaskScope::cancelAndWait()
{
    m_state->closed = true;
    co_await asio::co_spawn(m_state->executor, drain(m_state, true), asio::use_awaitable);
}

asio::awaitable<void> TaskScope::waitIdle()
{
    co_await asio::co_spawn(m_state->executor, drain(m_state, false), asio::use_awaitable);
}

std::size_t TaskScope::count() const
{
    return m_state->running;
}

const asio::any_io_executor& TaskScope::executor() const
{
    return m_state->executor;
}

} // namespace parley::server::runtime
