// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>

namespace parley::server::store {

/// What a customer thought of one message.
struct FeedbackRow {
    std::string id;
    ConversationId conversation;
    MessageId message;
    CustomerId customer;
    /// 1 (bad) to 5 (good)
    std::int64_t rating = 0;
    std::string comment;
    std::int64_t createdMs = 0;
};

/// Feedback of one tenant's customers. @thread database worker
class FeedbackRepository {
public:
    /// Stores it; a second opinion on the same message takes the place of the first. @errors Storage
    Result<void> put(Transaction& tx, const FeedbackRow& row) const;
};

} // namespace parley::server::store
