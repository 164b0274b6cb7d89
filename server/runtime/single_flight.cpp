// SPDX-License-Identifier: MIT
#include "server/runtime/single_flight.h"

#include "server/runtime/notifier.h"

#include <boost/asio/this_coro.hpp>

#include <mutex>
#include <vector>

namespace parley::server::runtime {

struct SingleFlight::State {
    std::mutex mutex;
    bool isBusy = false;                          // guarded by mutex
    std::vector<std::weak_ptr<Notifier>> waiting; // guarded by mutex
};

class SingleFlight::Pass {
public:
    explicit Pass(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    ~Pass()
    {
        std::vector<std::weak_ptr<Notifier>> waiting;
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->isBusy = false;
            waiting.swap(m_state->waiting);
        }
        for (const auto& other : waiting) {
            if (const auto alive = other.lock()) {
                alive->notify();
            }
        }
    }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

private:
    std::shared_ptr<State> m_state;
};

SingleFlight::SingleFlight() : m_state(std::make_shared<State>()) {}

boost::asio::awaitable<Result<std::shared_ptr<SingleFlight::Pass>>> SingleFlight::enter(Budget budget)
{
    const auto state = m_state;
    auto notifier = std::make_shared<Notifier>(co_await boost::asio::this_coro::executor);
    {
        const std::lock_guard lock(state->mutex);
        if (!state->isBusy) {
            state->isBusy = true;
            co_return std::make_shared<Pass>(state);
        }
        state->waiting.push_back(notifier);
    }
    const bool woken = co_await notifier->wait(budget.deadline);
    if (!woken) {
        co_return fail(ErrorCode::Timeout, "Another request was still at it.");
    }
    co_return std::shared_ptr<Pass>();
}

} // namespace parley::server::runtime
