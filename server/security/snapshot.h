// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace parley::server::security {

/// A value that many read and few replace: readers take the whole of it and keep it as long as they like. The
/// lock is held for the copy of one pointer. Any thread.
template <class T>
class Snapshot {
public:
    Snapshot() : m_value(std::make_shared<const T>()) {}

    [[nodiscard]] std::shared_ptr<const T> load() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

    void store(T value)
    {
        auto next = std::make_shared<const T>(std::move(value));
        const std::lock_guard lock(m_mutex);
        m_value.swap(next);
    }

private:
    mutable std::mutex m_mutex;
    /// Shared by this and every reader that still works with it.
    std::shared_ptr<const T> m_value;
};

} // namespace parley::server::security
