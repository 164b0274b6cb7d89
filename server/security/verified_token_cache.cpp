// SPDX-License-Identifier: MIT
#include "server/security/verified_token_cache.h"

#include <algorithm>
#include <cstring>

namespace parley::server::security {

std::size_t VerifiedTokenCache::HashOfDigest::operator()(const Digest& digest) const
{
    // A part of a SHA-256 is already as good as any hash of it; the first byte chose the shard.
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data() + 8, sizeof hash);
    return hash;
}

VerifiedTokenCache::VerifiedTokenCache(std::size_t capacity)
    : m_shardCapacity(std::max<std::size_t>(capacity / 16, 1))
{}

std::shared_ptr<const Principal> VerifiedTokenCache::find(std::string_view token, std::int64_t nowMs)
{
    const Digest digest = sha256(token);
    Shard& shard = shardOf(digest);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.entries.find(digest);
    if (found == shard.entries.end()) {
        return nullptr;
    }
    if (nowMs >= found->second.untilMs) {
        shard.entries.erase(found);
        return nullptr;
    }
    return found->second.principal;
}

void VerifiedTokenCache::remember(std::string_view token, Principal principal, std::int64_t nowMs)
{
    const std::int64_t untilMs = std::min(nowMs + kLifetimeMs, principal.expiresMs);
    if (untilMs <= nowMs) {
        return;
    }
    const Digest digest = sha256(token);
    Entry entry{std::make_shared<const Principal>(std::move(principal)), untilMs};
    Shard& shard = shardOf(digest);
    const std::lock_guard lock(shard.mutex);
    if (shard.entries.size() >= m_shardCapacity && !shard.entries.contains(digest)) {
        makeRoom(shard, nowMs);
    }
    shard.entries.insert_or_assign(digest, std::move(entry));
}

void VerifiedTokenCache::makeRoom(Shard& shard, std::int64_t nowMs) const
{
    // Looks at a few only: a flood of new tokens must not make each of them walk the whole shard.
    constexpr int kLookAt = 16;
    auto at = shard.entries.begin();
    for (int i = 0; i < kLookAt && at != shard.entries.end(); ++i) {
        at = nowMs >= at->second.untilMs ? shard.entries.erase(at) : std::next(at);
    }
    if (shard.entries.size() >= m_shardCapacity) {
        shard.entries.erase(shard.entries.begin());
    }
}

std::size_t VerifiedTokenCache::size() const
{
    std::size_t count = 0;
    for (const Shard& shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        count += shard.entries.size();
    }
    return count;
}

} // namespace parley::server::security
