// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/match.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::cache {

/// A known question that stands near a new one.
struct IndexedMatch {
    std::string id;
    std::string question;
    bool isHuman = false;
    std::int64_t seq = 0; ///< the higher the newer
    Match match;
};

/// The questions of one tenant's cache, in memory. What the content guard lets pass says the same things, so
/// those that may hit are found by what they say at once, however many there are.
/// @thread one at a time
class QuestionIndex {
public:
    /// A question with an id that is there takes its place.
    void add(const std::string& id, const std::string& question, bool isHuman, std::int64_t seq);
    void remove(const std::string& id);
    [[nodiscard]] std::size_t size() const { return m_byId.size(); }
    /// Places that removed questions left behind.
    [[nodiscard]] std::size_t wasted() const { return m_entries.size() - m_byId.size(); }

    /// Those that agree with it, people's first, then the most probable, then the newest.
    /// @param threshold  least probability
    [[nodiscard]] std::vector<IndexedMatch> agreeing(const QuestionReading& question, double threshold) const;
    /// The one that shares the most with it, whether it agrees or not.
    [[nodiscard]] std::optional<IndexedMatch> nearest(const QuestionReading& question) const;

private:
    using Slot = std::uint32_t;
    struct Entry {
        std::string id;
        std::string question;
        std::int64_t seq = 0;
        std::uint32_t units = 0;
        bool isHuman = false;
        bool isThere = false;
    };

    [[nodiscard]] IndexedMatch matched(const Entry& entry, const QuestionReading& question) const;

    std::vector<Entry> m_entries;
    std::unordered_map<std::string, Slot> m_byId;
    std::unordered_map<std::uint64_t, std::vector<Slot>> m_byBag;  // all that a question says
    std::unordered_map<std::uint64_t, std::vector<Slot>> m_byUnit; // one thing that it says
};

} // namespace parley::server::cache
