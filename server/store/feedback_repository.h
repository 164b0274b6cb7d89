// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
    /// What a person would have answered; empty: nobody said.
    std::string correction;
    std::string correctedBy;
    std::string correctedByName;
    std::optional<std::int64_t> correctedMs;
};

/// Feedback with what it is about.
struct RatedAnswer {
    FeedbackRow feedback;
    /// agent, supporter
    std::string sender;
    std::string authorName;
    std::string answer;
    /// What the customer had said last before it; empty: nothing.
    std::string question;
    RunId run;
    bool isFromCache = false;
};

/// Feedback of one tenant's customers. @thread database worker
class FeedbackRepository {
public:
    /// Stores it; a second opinion on the same message takes the place of the first. @errors Storage
    Result<void> put(Transaction& tx, const FeedbackRow& row) const;
    /// Newest first, by id. @param rating  0: any. @param before  exclusive; empty: from the newest
    /// @errors Storage
    Result<std::vector<RatedAnswer>>
    page(ReadTransaction& tx, std::int64_t rating, const std::string& before, int limit) const;
    /// @errors Storage
    Result<std::optional<RatedAnswer>> find(ReadTransaction& tx, const std::string& id) const;
    /// Keeps what a person would have answered; the last word counts. @return false when there is no such
    /// feedback. @errors Storage
    Result<bool> correct(Transaction& tx, const FeedbackRow& row) const;
};

} // namespace parley::server::store
