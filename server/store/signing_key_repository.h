// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A key that signs, or signed, access tokens.
struct SigningKeyRow {
    std::string kid;
    /// Encrypted PEM; empty when the key is supplied by the configuration and never stored.
    std::string privateKey;
    std::string publicKey;
    std::int64_t createdMs = 0;
    /// Since when it signs no more; its tokens hold until they lapse.
    std::optional<std::int64_t> retiredMs;
};

/// The signing keys of all nodes. Platform scope. @thread database worker
class SigningKeyRepository {
public:
    /// Leaves a key that is there already as it is. @errors Storage
    Result<void> add(Transaction& tx, const SigningKeyRow& row) const;

    /// All, the newest first. @errors Storage
    Result<std::vector<SigningKeyRow>> list(ReadTransaction& tx) const;

    /// @return false when it is not there or retired already @errors Storage
    Result<bool> retire(Transaction& tx, const std::string& kid, std::int64_t nowMs) const;

    /// Forgets the keys that were retired before a time. @errors Storage
    Result<void> deleteRetired(Transaction& tx, std::int64_t beforeMs) const;
};

} // namespace parley::server::store
