// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/ids.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace parley::server::knowledge {

/// Tells the readings of this process at once that nobody wants their document any more, or that the daemon
/// ends; those on other nodes see it in the database. @thread any
class ReadingStops {
public:
    using Flag = std::shared_ptr<const std::atomic<bool>>;

    /// The flag of a reading that begins; true: stop. Shared by the reading and this registry.
    Flag watch(const DocumentId& document)
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_flags, [](const auto& each) { return each.second.expired(); });
        auto flag = std::make_shared<std::atomic<bool>>(m_isClosed);
        m_flags.emplace(document.value, flag);
        return flag;
    }

    /// Stops what reads this document now; what begins later is not concerned.
    void stop(const DocumentId& document)
    {
        const std::lock_guard lock(m_mutex);
        const auto [begin, end] = m_flags.equal_range(document.value);
        for (auto at = begin; at != end; ++at) {
            raise(at->second);
        }
    }

    /// Stops everything, for good.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        for (const auto& [document, flag] : m_flags) {
            raise(flag);
        }
    }

private:
    static void raise(const std::weak_ptr<std::atomic<bool>>& weak)
    {
        if (const auto flag = weak.lock()) {
            *flag = true;
        }
    }

    std::mutex m_mutex; // guards what follows
    bool m_isClosed = false;
    std::multimap<std::string, std::weak_ptr<std::atomic<bool>>> m_flags;
};

} // namespace parley::server::knowledge
