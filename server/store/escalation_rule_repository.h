// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A rule that sends a case to a person, as a tenant made or changed it.
struct EscalationRuleRow {
    /// A UUID, or the name of a shipped rule that this row changes.
    std::string id;
    std::string name;
    std::string reason;
    /// JSON object: keywords, categories, sentiment_below.
    std::string conditions;
    /// "always" or "likely".
    std::string level;
    std::string teamId;
    /// Of the ticket: low, medium, high, urgent.
    std::string priority;
    bool enabled = true;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// The escalation rules of one tenant. @thread database worker
class EscalationRuleRepository {
public:
    /// Adds it or replaces the one with its id. @errors Storage
    Result<void> put(Transaction& tx, const EscalationRuleRow& row) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    /// All of them, by id. @errors Storage
    Result<std::vector<EscalationRuleRow>> all(ReadTransaction& tx) const;
};

} // namespace parley::server::store
