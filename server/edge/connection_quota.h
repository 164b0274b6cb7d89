// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace parley::server::edge {

/// Counts open connections, in all and by address. Any thread.
class ConnectionQuota {
public:
    ConnectionQuota(std::size_t limit, std::size_t limitPerAddress);

    /// @return false when it would be one too many
    bool take(const std::string& address);
    void giveBack(const std::string& address);

    /// Waits until no connection is open. @return false after the limit
    bool waitEmpty(std::chrono::milliseconds limit);

    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }

private:
    const std::size_t m_limit;
    const std::size_t m_limitPerAddress;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_count = 0;
    std::unordered_map<std::string, std::size_t> m_byAddress;
    std::atomic<std::uint64_t> m_refused{0};
};

} // namespace parley::server::edge
