// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/ids.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::agents {

/// One text of a conversation as its history tells it.
struct TalkLine {
    bool isCustomers = false;
    std::string text;
    /// It was looked through and holds no personal detail.
    bool isClean = false;
};

/// What was said last in the conversations that are going on, so that the next message of each need not ask
/// the store. A talk is used for the message that follows it without a gap in the conversation's numbers:
/// whatever another node, a person or a channel wrote in between takes a number, and then the store is asked.
/// Bounded in number, size and age. @thread any
class RecentTalks {
public:
    using Lines = std::vector<TalkLine>;

    /// Turns of a conversation that are history.
    static constexpr std::size_t kMostLines = 12;
    static constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

    /// @param age  after which a talk is not believed any more
    explicit RecentTalks(std::chrono::steady_clock::duration age = std::chrono::minutes(10),
                         std::size_t mostBytes = kMostBytes);

    /// All that was said before the message with this number, oldest first; empty: it is not known here.
    std::optional<Lines> before(const TenantId& tenant, const ConversationId& conversation, std::int64_t seq);
    /// The number up to which the conversation is known; empty: it is not known here.
    std::optional<std::int64_t> lastNumber(const TenantId& tenant, const ConversationId& conversation);
    /// What is known of a conversation up to and including the message with this number. A turn that began
    /// before something was forgotten may know what has gone, so nothing of it is kept.
    /// @param begunMs  when it began, epoch milliseconds
    void put(const TenantId& tenant,
             const ConversationId& conversation,
             std::int64_t seq,
             Lines lines,
             std::int64_t begunMs);
    /// Adds the one with this number where all before it is known; else forgets the talk.
    void add(const TenantId& tenant, const ConversationId& conversation, std::int64_t seq, TalkLine line);
    /// Which of the lines up to this number hold no personal detail, so that nobody looks again.
    void noteClean(const TenantId& tenant,
                   const ConversationId& conversation,
                   std::int64_t seq,
                   const Lines& lines);
    /// Drops what is held of a tenant, and keeps turns that are under way from bringing it back.
    void forget(const TenantId& tenant, std::int64_t nowMs);

    [[nodiscard]] std::size_t size() const;

private:
    struct Talk {
        std::string key; ///< tenant and conversation
        std::int64_t seq = 0;
        Lines lines;
        std::size_t bytes = 0;
        std::chrono::steady_clock::time_point since;
    };
    using Talks = std::list<Talk>;

    Talks::iterator findLocked(const std::string& key);
    void dropLocked(Talks::iterator talk);
    /// Measures it anew, puts it in front and makes room.
    void settleLocked(Talks::iterator talk);

    const std::chrono::steady_clock::duration m_age;
    const std::size_t m_mostBytes;
    mutable std::mutex m_mutex; // guards everything below
    Talks m_talks;              // the one used last is in front
    std::unordered_map<std::string, Talks::iterator> m_index;
    std::size_t m_bytes = 0;
    /// When anything was forgotten last, of whichever tenant: that some talks are read once more costs less
    /// than a list of tenants.
    std::int64_t m_forgottenMs = std::numeric_limits<std::int64_t>::min();
};

} // namespace parley::server::agents
