// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/digest.h"
#include "server/security/principal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace parley::server::security {

/// Remembers for 60 s whom a token speaks for, by the token's SHA-256, so that its signature (18 µs) is not
/// checked on every request. It knows nothing of revocation: whoever asks checks that each time. Bounded; any
/// thread.
class VerifiedTokenCache {
public:
    static constexpr std::int64_t kLifetimeMs = 60'000;

    /// @param capacity  entries in all
    explicit VerifiedTokenCache(std::size_t capacity = 65'536);

    /// Whom it speaks for; null when unknown, forgotten or expired.
    [[nodiscard]] std::shared_ptr<const Principal> find(std::string_view token, std::int64_t nowMs);

    /// Never outlives the token itself.
    void remember(std::string_view token, Principal principal, std::int64_t nowMs);

    [[nodiscard]] std::size_t size() const;

private:
    struct Entry {
        /// Shared by the cache and the requests that use it.
        std::shared_ptr<const Principal> principal;
        std::int64_t untilMs = 0;
    };
    struct HashOfDigest {
        std::size_t operator()(const Digest& digest) const;
    };
    struct Shard {
        mutable std::mutex mutex;
        std::unordered_map<Digest, Entry, HashOfDigest> entries;
    };

    Shard& shardOf(const Digest& digest) { return m_shards[digest[0] % m_shards.size()]; }
    void makeRoom(Shard& shard, std::int64_t nowMs) const;

    const std::size_t m_shardCapacity;
    std::array<Shard, 16> m_shards;
};

} // namespace parley::server::security
