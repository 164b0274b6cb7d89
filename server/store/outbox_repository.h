// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>

namespace parley::server::store {

/// One effect that has to leave Parley (an e-mail), written with the change that causes it. `payload` is
/// JSON.
struct OutboxRow {
    std::string id;
    std::string kind;
    std::string target;
    std::string payload;
    ConversationId conversation;
    /// What causes it, once: "<run>:notify". Unique in the tenant.
    std::string effectKey;
    std::int64_t dueMs = 0;
    std::int64_t createdMs = 0;
};

/// The outbox of one tenant. @thread database worker
class OutboxRepository {
public:
    /// Queues the effect; an effect that was queued before is left as it is. @errors Storage
    Result<void> add(Transaction& tx, const OutboxRow& row) const;

    /// Takes back what nobody has begun to send. @return false when it is too late, or there is none.
    /// @errors Storage
    Result<bool> cancel(Transaction& tx, const std::string& effectKey) const;

    /// How many wait to be sent. @errors Storage
    Result<std::int64_t> waiting(ReadTransaction& tx) const;
};

} // namespace parley::server::store
