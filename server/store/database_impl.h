// SPDX-License-Identifier: MIT
// The templates of database.h.
#pragma once

#include <boost/asio/associated_executor.hpp>

#include <future>
#include <optional>

namespace parley::server::store {

inline Result<std::string> Database::prepareVectors(int /*dimensions*/)
{
    return std::string("this database has no search of vectors");
}

template <class Outcome, class Tx, class Job>
void Database::submitTyped(Scope scope, Job job, std::function<void(Outcome)> done)
{
    // Shared by the job, which fills it, and the completion, which empties it.
    auto slot = std::make_shared<std::optional<Outcome>>();
    auto run = [slot, work = std::move(job)](Tx& tx) mutable -> Result<void> {
        slot->emplace(work(tx));
        if (!slot->value()) {
            return fail(slot->value().error());
        }
        return {};
    };
    auto finish = [slot, report = std::move(done)](Result<void> ended) {
        if (!ended) {
            report(Outcome(tl::unexpect, std::move(ended).error()));
        } else {
            report(std::move(slot->value()));
        }
    };
    if constexpr (std::is_same_v<Tx, Transaction>) {
        submitWrite(std::move(scope), std::move(run), std::move(finish));
    } else {
        submitRead(std::move(scope), std::move(run), std::move(finish));
    }
}

template <class Outcome, class Tx, class Job>
boost::asio::awaitable<Outcome> Database::runJob(Scope scope, Job job)
{
    namespace asio = boost::asio;
    auto initiate = [this](auto handler, Scope where, Job work) {
        // std::function wants a copyable target and Asio's handler only moves.
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        auto done = [kept](Outcome outcome) {
            auto executor = asio::get_associated_executor(*kept);
            asio::post(executor, [kept, result = std::move(outcome)]() mutable {
                auto resume = std::move(*kept);
                resume(std::move(result));
            });
        };
        submitTyped<Outcome, Tx>(std::move(where),
                                 std::move(work),
                                 std::function<void(Outcome)>(std::move(done)));
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(Outcome)>(std::move(initiate),
                                                                              asio::use_awaitable,
                                                                              std::move(scope),
                                                                              std::move(job));
}

// The promise is shared: the worker may still be inside set_value when the waiting thread has its answer.
template <class Job, class Outcome>
Outcome Database::transactNow(Scope scope, Job job)
{
    auto promise = std::make_shared<std::promise<Outcome>>();
    auto future = promise->get_future();
    auto done = [promise](Outcome outcome) { promise->set_value(std::move(outcome)); };
    submitTyped<Outcome, Transaction>(std::move(scope),
                                      std::move(job),
                                      std::function<void(Outcome)>(std::move(done)));
    return future.get();
}

template <class Job, class Outcome>
Outcome Database::readNow(Scope scope, Job job)
{
    auto promise = std::make_shared<std::promise<Outcome>>();
    auto future = promise->get_future();
    auto done = [promise](Outcome outcome) { promise->set_value(std::move(outcome)); };
    submitTyped<Outcome, ReadTransaction>(std::move(scope),
                                          std::move(job),
                                          std::function<void(Outcome)>(std::move(done)));
    return future.get();
}

} // namespace parley::server::store
