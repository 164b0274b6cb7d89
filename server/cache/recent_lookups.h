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

/// The versions of everything that a lookup depends on. Where all are the same, so is what is found, but for
/// what expires meanwhile.
struct LookupVersions {
    std::int64_t config = 0;
    std::int64_t index = 0;
    std::int64_t cache = 0;

    friend bool operator==(const LookupVersions&, const LookupVersions&) = default;
};

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
    void put(const std::string& question, FoundBefore found);

private:
    using Lookups = std::unordered_map<std::string, Found>;

    mutable std::mutex m_mutex; // guards the two below
    mutable Lookups m_newer;    // once half full it takes the older one's place
    mutable Lookups m_older;
};

} // namespace parley::server::cache
