// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace parley::server::identity {

/// Counts events by key over the last `window`, in two fixed windows of which the older one counts by the
/// share that still overlaps: a few bytes a key, exact within one window, never more than the limit over two
/// of them on average. Bounded: idle keys go first, then any. Any thread.
/// @source the "sliding window counter" of common practice; the approximation assumes that events spread
/// evenly
class SlidingWindow {
public:
    SlidingWindow(std::chrono::milliseconds window, std::size_t capacity);

    /// Counts one event unless that would pass the limit.
    /// @return zero when it was counted; otherwise how long until one would be
    std::chrono::milliseconds take(std::string_view key, int limit, std::int64_t nowMs);

    /// Takes one event back that take() counted.
    void giveBack(std::string_view key, std::int64_t nowMs);

    void forget(std::string_view key);

    [[nodiscard]] std::size_t size() const;

private:
    struct Count {
        std::int64_t startMs = 0;
        int current = 0;
        int previous = 0;
    };
    struct Shard {
        mutable std::mutex mutex;
        std::unordered_map<std::string, Count> counts;
    };

    Shard& shardOf(std::string_view key);
    void advance(Count& count, std::int64_t nowMs) const;
    void makeRoom(Shard& shard, std::int64_t nowMs) const;

    const std::int64_t m_windowMs;
    const std::size_t m_shardCapacity;
    std::array<Shard, 16> m_shards;
};

} // namespace parley::server::identity
