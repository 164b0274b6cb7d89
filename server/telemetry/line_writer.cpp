// SPDX-License-Identifier: MIT
#include "server/telemetry/line_writer.h"

#include <algorithm>
#include <utility>

namespace parley::server::telemetry {

LineWriter::LineWriter(std::size_t maxQueued, Write write)
    : m_write(std::move(write)), m_ring(std::max<std::size_t>(1, maxQueued)), m_thread([this] { run(); })
{}

LineWriter::~LineWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void LineWriter::submit(std::string_view line, bool isUrgent)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_count == m_ring.size()) {
            m_first = (m_first + 1) % m_ring.size();
            --m_count;
            ++m_dropped;
        }
        m_ring[(m_first + m_count) % m_ring.size()].assign(line);
        ++m_count;
        m_isUrgent = m_isUrgent || isUrgent;
        wakes = std::exchange(m_isAsleep, false) || isUrgent || m_count == m_ring.size() / 2;
    }
    if (wakes) {
        m_wake.notify_one();
    }
}

std::uint64_t LineWriter::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

/// Moves what waits to the front of m_batch, giving its used strings to the ring in exchange.
std::size_t LineWriter::takeBatch()
{
    static constexpr std::size_t kKeptCapacity = 2048;
    m_batch.resize(std::max(m_batch.size(), m_count));
    for (std::size_t i = 0; i < m_count; ++i) {
        if (m_batch[i].capacity() > kKeptCapacity) {
            m_batch[i] = std::string();
        }
        std::swap(m_batch[i], m_ring[(m_first + i) % m_ring.size()]);
    }
    m_first = 0;
    m_isUrgent = false;
    return std::exchange(m_count, 0);
}

void LineWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_count == 0) {
            if (m_isStopping) {
                return;
            }
            m_isAsleep = true;
            m_wake.wait(lock, [this] { return m_count != 0 || m_isStopping; });
            m_isAsleep = false;
        }
        const std::size_t size = takeBatch();
        lock.unlock();
        if (size != 0) {
            m_write(std::span<const std::string>(m_batch.data(), size));
        }
        lock.lock();
        m_wake.wait_for(lock, kLinger, [this] {
            return m_isStopping || m_isUrgent || m_count >= (m_ring.size() + 1) / 2;
        });
    }
}

} // namespace parley::server::telemetry
