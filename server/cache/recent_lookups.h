// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/answer_cache.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace parley::server::cache {

/// What was found for a question.
struct FoundBefore {
    CacheLookup lookup;
    LookupVersions versions;
    double threshold = 0;
    /// What it found is not given from then on.
    std::int64_t untilMs = 0;
    /// The question itself may not be looked up.
    bool isRefused = false;
};

/// What one tenant's last questions found, word for word. @thread any
class RecentLookups {
public:
    static constexpr std::size_t kMost = 256;
    using Found = std::shared_ptr<const FoundBefore>; // shared by the lookups under way and the map

    /// @return null: it is not known at these versions
    [[nodiscard]] Found find(const std::string& question,
                             const LookupVersions& versions,
                             double threshold,
                             std::int64_t nowMs) const;
    /// The versions at which the question had an answer last; empty: none is known.
    [[nodiscard]] std::optional<LookupVersions> answeredAt(const std::string& question) const;
    void put(const std::string& question, FoundBefore found);

private:
    using Lookups = std::unordered_map<std::string, Found>;

    mutable std::mutex m_mutex; // guards the two below
    mutable Lookups m_newer;    // once half full it takes the older one's place
    mutable Lookups m_older;
};

} // namespace parley::server::cache
