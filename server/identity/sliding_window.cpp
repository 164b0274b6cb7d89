// SPDX-License-Identifier: MIT
#include "server/identity/sliding_window.h"

#include <algorithm>
#include <functional>

namespace parley::server::identity {

namespace {

/// How far into its window, in ms, `older` has faded enough that `newer` + 1 events fit. Whole numbers, so
/// that the wait that is named is exactly the one that suffices.
std::int64_t fadedAtMs(std::int64_t older, std::int64_t newer, std::int64_t limit, std::int64_t windowMs)
{
    const std::int64_t excess = older - (limit - newer - 1);
    return older == 0 || excess <= 0 ? 0 : (excess * windowMs + older - 1) / older;
}

} // namespace

SlidingWindow::SlidingWindow(std::chrono::milliseconds window, std::size_t capacity)
    : m_windowMs(window.count()), m_shardCapacity(std::max<std::size_t>(capacity / 16, 1))
{}

SlidingWindow::Shard& SlidingWindow::shardOf(std::string_view key)
{
    return m_shards[std::hash<std::string_view>{}(key) % m_shards.size()];
}

void SlidingWindow::advance(Count& count, std::int64_t nowMs) const
{
    const std::int64_t passed = (nowMs - count.startMs) / m_windowMs;
    if (passed <= 0) {
        return;
    }
    count.previous = passed == 1 ? count.current : 0;
    count.current = 0;
    // A key's windows begin with its first event, so that clients do not all start afresh at the same moment.
    count.startMs = passed == 1 ? count.startMs + m_windowMs : nowMs;
}

std::chrono::milliseconds SlidingWindow::take(std::string_view key, int limit, std::int64_t nowMs)
{
    Shard& shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    auto found = shard.counts.find(std::string(key));
    if (found == shard.counts.end()) {
        if (shard.counts.size() >= m_shardCapacity) {
            makeRoom(shard, nowMs);
        }
        found = shard.counts.emplace(std::string(key), Count{nowMs, 0, 0}).first;
    }
    Count& count = found->second;
    advance(count, nowMs);
    const std::int64_t ageMs = nowMs - count.startMs;
    if (count.current + 1 <= limit) {
        const std::int64_t freeMs = fadedAtMs(count.previous, count.current, limit, m_windowMs);
        if (ageMs >= freeMs) {
            ++count.current;
            return std::chrono::milliseconds{0};
        }
        return std::chrono::milliseconds{freeMs - ageMs};
    }
    const std::int64_t freeMs = m_windowMs + fadedAtMs(count.current, 0, limit, m_windowMs);
    return std::chrono::milliseconds{std::max<std::int64_t>(1, freeMs - ageMs)};
}

void SlidingWindow::giveBack(std::string_view key, std::int64_t nowMs)
{
    Shard& shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.counts.find(std::string(key));
    if (found == shard.counts.end()) {
        return;
    }
    advance(found->second, nowMs);
    int& from = found->second.current > 0 ? found->second.current : found->second.previous;
    from = std::max(from - 1, 0);
}

void SlidingWindow::forget(std::string_view key)
{
    Shard& shard = shardOf(key);
    const std::lock_guard lock(shard.mutex);
    shard.counts.erase(std::string(key));
}

void SlidingWindow::makeRoom(Shard& shard, std::int64_t nowMs) const
{
    const auto isIdle = [&](const auto& entry) { return nowMs - entry.second.startMs >= 2 * m_windowMs; };
    if (std::erase_if(shard.counts, isIdle) == 0) {
        shard.counts.erase(shard.counts.begin());
    }
}

std::size_t SlidingWindow::size() const
{
    std::size_t count = 0;
    for (const Shard& shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        count += shard.counts.size();
    }
    return count;
}

} // namespace parley::server::identity
