// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace parley::server::pipeline {

/// Passages that were found to give no orders, so that each is read for it once and not in every turn.
/// @thread any
class HarmlessTexts {
public:
    [[nodiscard]] bool has(const std::string& id, std::string_view text) const
    {
        const std::size_t hash = std::hash<std::string_view>{}(text);
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(id);
        return known != m_known.end() && known->second == hash;
    }

    void add(const std::string& id, std::string_view text)
    {
        const std::size_t hash = std::hash<std::string_view>{}(text);
        const std::lock_guard lock(m_mutex);
        if (m_known.size() >= kMost) {
            m_known.clear();
        }
        m_known[id] = hash;
    }

private:
    static constexpr std::size_t kMost = 200'000;

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::size_t> m_known; // hash of the text; guarded by m_mutex
};

} // namespace parley::server::pipeline
