// SPDX-License-Identifier: MIT
#include "server/cache/recent_lookups.h"

#include <utility>

namespace parley::server::cache {

RecentLookups::Found RecentLookups::find(const std::string& question,
                                         const LookupVersions& versions,
                                         double threshold,
                                         std::int64_t nowMs) const
{
    const std::lock_guard lock(m_mutex);
    auto known = m_newer.find(question);
    if (known == m_newer.end()) {
        auto old = m_older.extract(question);
        if (old.empty()) {
            return nullptr;
        }
        // Asked for again: it outlives the others.
        known = m_newer.insert(std::move(old)).position;
    }
    const FoundBefore& found = *known->second;
    const bool isSame = found.versions == versions && found.threshold == threshold && nowMs < found.untilMs;
    return isSame ? known->second : nullptr;
}

std::optional<LookupVersions> RecentLookups::answeredAt(const std::string& question) const
{
    const std::lock_guard lock(m_mutex);
    for (const Lookups* lookups : {&m_newer, &m_older}) {
        const auto known = lookups->find(question);
        if (known != lookups->end() && known->second->lookup.answer) {
            return known->second->versions;
        }
    }
    return std::nullopt;
}

void RecentLookups::put(const std::string& question, FoundBefore found)
{
    auto kept = std::make_shared<const FoundBefore>(std::move(found));
    const std::lock_guard lock(m_mutex);
    if (m_newer.size() >= kMost / 2) {
        m_older = std::exchange(m_newer, {});
    }
    m_newer[question] = std::move(kept);
}

} // namespace parley::server::cache
