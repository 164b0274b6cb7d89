// SPDX-License-Identifier: MIT
#include "server/agents/recent_talks.h"

#include <algorithm>
#include <utility>

namespace parley::server::agents {

namespace {

/// What a talk and its place in list and index take besides texts.
constexpr std::size_t kTalkBytes = 256;

std::string keyOf(const TenantId& tenant, const ConversationId& conversation)
{
    return tenant.value + '/' + conversation.value;
}

std::size_t bytesOf(const RecentTalks::Lines& lines)
{
    std::size_t bytes = kTalkBytes;
    for (const TalkLine& line : lines) {
        bytes += sizeof(TalkLine) + line.text.capacity();
    }
    return bytes;
}

} // namespace

RecentTalks::RecentTalks(std::chrono::steady_clock::duration age, std::size_t mostBytes)
    : m_age(age), m_mostBytes(mostBytes)
{}

RecentTalks::Talks::iterator RecentTalks::findLocked(const std::string& key)
{
    const auto found = m_index.find(key);
    if (found == m_index.end()) {
        return m_talks.end();
    }
    if (std::chrono::steady_clock::now() - found->second->since >= m_age) {
        dropLocked(found->second);
        return m_talks.end();
    }
    return found->second;
}

void RecentTalks::dropLocked(Talks::iterator talk)
{
    m_bytes -= talk->bytes;
    m_index.erase(talk->key);
    m_talks.erase(talk);
}

void RecentTalks::settleLocked(Talks::iterator talk)
{
    if (talk->lines.size() > kMostLines) {
        talk->lines.erase(talk->lines.begin(), talk->lines.end() - kMostLines);
    }
    m_bytes -= talk->bytes;
    talk->bytes = bytesOf(talk->lines);
    m_bytes += talk->bytes;
    talk->since = std::chrono::steady_clock::now();
    m_talks.splice(m_talks.begin(), m_talks, talk);
    // Newest first: what is too old stands behind, also of conversations that ended.
    while (m_bytes > m_mostBytes ||
           (m_talks.size() > 1 && m_talks.front().since - m_talks.back().since >= m_age)) {
        dropLocked(std::prev(m_talks.end()));
    }
}

std::optional<RecentTalks::Lines>
RecentTalks::before(const TenantId& tenant, const ConversationId& conversation, std::int64_t seq)
{
    const std::string key = keyOf(tenant, conversation);
    const std::lock_guard lock(m_mutex);
    const auto talk = findLocked(key);
    if (talk == m_talks.end() || talk->seq + 1 != seq) {
        return std::nullopt;
    }
    return talk->lines;
}

std::optional<std::int64_t> RecentTalks::lastNumber(const TenantId& tenant,
                                                    const ConversationId& conversation)
{
    const std::string key = keyOf(tenant, conversation);
    const std::lock_guard lock(m_mutex);
    const auto talk = findLocked(key);
    return talk == m_talks.end() ? std::nullopt : std::optional(talk->seq);
}

void RecentTalks::put(const TenantId& tenant,
                      const ConversationId& conversation,
                      std::int64_t seq,
                      Lines lines,
                      std::int64_t begunMs)
{
    const std::string key = keyOf(tenant, conversation);
    const std::lock_guard lock(m_mutex);
    if (begunMs <= m_forgottenMs) {
        return;
    }
    auto talk = findLocked(key);
    if (talk == m_talks.end()) {
        m_talks.push_front(Talk{key, 0, {}, 0, {}});
        talk = m_talks.begin();
        m_index.emplace(key, talk);
    }
    talk->seq = seq;
    talk->lines = std::move(lines);
    settleLocked(talk);
}

void RecentTalks::add(const TenantId& tenant,
                      const ConversationId& conversation,
                      std::int64_t seq,
                      TalkLine line)
{
    const std::string key = keyOf(tenant, conversation);
    const std::lock_guard lock(m_mutex);
    const auto talk = findLocked(key);
    if (talk == m_talks.end()) {
        return;
    }
    if (talk->seq + 1 != seq) {
        dropLocked(talk);
        return;
    }
    talk->seq = seq;
    talk->lines.push_back(std::move(line));
    settleLocked(talk);
}

void RecentTalks::noteClean(const TenantId& tenant,
                            const ConversationId& conversation,
                            std::int64_t seq,
                            const Lines& lines)
{
    const std::string key = keyOf(tenant, conversation);
    const std::lock_guard lock(m_mutex);
    const auto talk = findLocked(key);
    // The same number: the same lines.
    if (talk == m_talks.end() || talk->seq != seq || talk->lines.size() != lines.size()) {
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        talk->lines[i].isClean = lines[i].isClean;
    }
}

void RecentTalks::forget(const TenantId& tenant, std::int64_t nowMs)
{
    const std::string start = tenant.value + '/';
    const std::lock_guard lock(m_mutex);
    m_forgottenMs = std::max(m_forgottenMs, nowMs);
    for (auto talk = m_talks.begin(); talk != m_talks.end();) {
        const auto next = std::next(talk);
        if (talk->key.starts_with(start)) {
            dropLocked(talk);
        }
        talk = next;
    }
}

std::size_t RecentTalks::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_talks.size();
}

} // namespace parley::server::agents
