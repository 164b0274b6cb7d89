// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// One thing that happened in a tenant's queue. `payload` is JSON or empty.
struct QueueEventRow {
    std::int64_t seq = 0;
    std::string type;
    ConversationId conversation;
    /// What it tells of: a ticket's id; may be empty.
    std::string ref;
    std::string payload;
    std::int64_t createdMs = 0;
};

/// The log of a tenant's queue, numbered from 1 without gaps in the order of the commits. @thread database
/// worker
class QueueLog {
public:
    /// Numbers and inserts it. @errors Storage
    Result<void> append(Transaction& tx, QueueEventRow& row) const;

    /// Events after a number, in order. @errors Storage
    Result<std::vector<QueueEventRow>> after(ReadTransaction& tx, std::int64_t seq, int limit) const;

    /// The number of the newest event; 0: none yet. @errors Storage
    Result<std::int64_t> newest(ReadTransaction& tx) const;

    /// Drops what is older. @errors Storage
    Result<void> forget(Transaction& tx, std::int64_t beforeMs) const;
};

} // namespace parley::server::store
