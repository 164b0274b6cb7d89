// SPDX-License-Identifier: MIT
#include "server/runtime/worker_pool.h"

#include "server/runtime/platform/thread_name.h"

#include <algorithm>

namespace parley::server::runtime {

WorkerPool::WorkerPool(WorkerPoolOptions options) : m_options(std::move(options))
{
    const std::size_t count = std::max<std::size_t>(1, m_options.threads);
    m_threads.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        m_threads.emplace_back([this, i] { work(i); });
    }
}

WorkerPool::~WorkerPool()
{
    close();
}

std::string WorkerPool::submit(std::unique_ptr<Task>& task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return "worker pool " + m_options.name + " is closed";
        }
        if (m_queue.size() >= m_options.maxQueued) {
            return "queue of worker pool " + m_options.name + " is full";
        }
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
    return {};
}

void WorkerPool::work(std::size_t index)
{
    platform::setThreadName(m_options.name.substr(0, 11) + "-" + std::to_string(index));
    while (true) {
        std::unique_ptr<Task> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closed || !m_queue.empty(); });
            if (m_queue.empty()) {
                return;
            }
            task = std::move(m_queue.front());
            m_queue.pop_front();
        }
        if (m_options.onWaited) {
            m_options.onWaited(std::chrono::steady_clock::now() - task->since);
        }
        task->run();
    }
}

void WorkerPool::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

std::size_t WorkerPool::queued() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

} // namespace parley::server::runtime
