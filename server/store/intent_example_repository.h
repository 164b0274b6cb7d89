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
    /// The newest, at most `limit`. @errors Storage
    Result<std::vector<IntentExampleRow>> newest(ReadTransaction& tx, int limit) const;
};

} // namespace parley::server::store
