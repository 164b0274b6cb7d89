// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/contain.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace parley::server::runtime {

struct WorkerPoolOptions {
    /// Name of the threads, at most 11 characters are shown: "cpu" gives "cpu-0", "cpu-1".
    std::string name = "worker";
    std::size_t threads = 1;
    /// Jobs that may wait; the next one is refused.
    std::size_t maxQueued = 1024;
    /// Is told how long each job waited, on the worker's thread: hang a histogram here. May be empty.
    std::function<void(std::chrono::nanoseconds)> onWaited;
};

/// Threads for work that blocks or computes, so that no I/O thread does. The queue is bounded: beyond it the
/// caller hears Unavailable at once instead of waiting for ever.
/// @thread any
class WorkerPool {
public:
    explicit WorkerPool(WorkerPoolOptions options);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Runs `job` on a worker and resumes on the caller's executor. The job is not cancelled when the caller
    /// is: the caller waits for it, so it may refer to the caller's frame.
    /// @param job  callable without arguments that returns a Result
    /// @errors Unavailable the queue is full or the pool closed; Internal the job threw; otherwise those of
    /// the job
    template <class Job>
    boost::asio::awaitable<std::invoke_result_t<Job>> run(Job job);

    /// Takes no more jobs, runs those that wait and joins the threads. May be called again. Not from a
    /// worker.
    void close();

    [[nodiscard]] std::size_t queued() const;
    [[nodiscard]] std::size_t threadCount() const { return m_threads.size(); }

private:
    struct Task {
        virtual ~Task() = default;
        virtual void run() = 0;
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };
    template <class Job, class Handler>
    struct JobTask;

    /// Empty when the queue took it; otherwise why not.
    std::string submit(std::unique_ptr<Task>& task);
    void work(std::size_t index);

    WorkerPoolOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Task>> m_queue;
    bool m_closed = false;
    std::vector<std::thread> m_threads; // depends on: all of the above
};

template <class Job, class Handler>
struct WorkerPool::JobTask final : WorkerPool::Task {
    using Outcome = std::invoke_result_t<Job>;
    using Executor = boost::asio::associated_executor_t<Handler>;

    JobTask(Job j, Handler h)
        : job(std::move(j)), handler(std::move(h)), guard(boost::asio::get_associated_executor(handler))
    {}

    void run() override { finish(outcome()); }

    Outcome outcome()
    {
        try {
            return job();
        } catch (...) {
            return fail(errorOfCurrentException().in("worker"));
        }
    }

    /// Hands the outcome to the waiting coroutine, on its own executor.
    void finish(Outcome result)
    {
        auto executor = guard.get_executor();
        auto resume = [h = std::move(handler), r = std::move(result)]() mutable {
            std::move(h)(std::move(r));
        };
        boost::asio::post(executor, std::move(resume));
        guard.reset();
    }

    Job job;
    Handler handler;
    boost::asio::executor_work_guard<Executor> guard;
};

template <class Job>
boost::asio::awaitable<std::invoke_result_t<Job>> WorkerPool::run(Job job)
{
    using Outcome = std::invoke_result_t<Job>;
    auto initiate = [this](auto handler, Job work) {
        using Pending = JobTask<Job, std::decay_t<decltype(handler)>>;
        auto pending = std::make_unique<Pending>(std::move(work), std::move(handler));
        Pending* const refused = pending.get();
        std::unique_ptr<Task> task = std::move(pending);
        if (std::string why = submit(task); !why.empty()) {
            Error error{
                ErrorCode::Unavailable, "The server is busy. Try again soon.", std::move(why), {}, {}, {}};
            error.retryAfter = std::chrono::seconds{1};
            refused->finish(fail(std::move(error)));
        }
    };
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Outcome)>(
        std::move(initiate), boost::asio::use_awaitable, std::move(job));
}

} // namespace parley::server::runtime
