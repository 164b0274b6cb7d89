// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// A sentence whose agent a person put right.
struct IntentExampleRow {
    /// That of the ticket it came with.
    std::string id;
    std::string text;
    /// Name of the agent.
    std::string label;
    ConversationId conversation;
    std::int64_t createdMs = 0;
};

/// What people taught the classifier. @thread database worker
class IntentExampleRepository {
public:
    /// Adds it or replaces the one with its id. @errors Storage
    Result<void> put(Transaction& tx, const IntentExampleRow& row) const;
    /// @return whether there is one of this id. @errors Storage
    Result<bool> contains(ReadTransaction& tx, const std::string& id) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    /// @errors Storage
    Result<std::int64_t> count(ReadTransaction& tx) const;
    /// The newest, at most `limit`. @errors Storage
    Result<std::vector<IntentExampleRow>> newest(ReadTransaction& tx, int limit) const;
};

} // namespace parley::server::store
