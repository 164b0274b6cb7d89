// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/entities.h"
#include "server/runtime/deadline.h"
#include "server/store/transaction.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/protocol/message.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::cache {

/// What is asked of the cache. Text is PII-masked.
struct CacheQuestion {
    std::string text;
    std::string locale;
    std::vector<nlp::Entity> entities; ///< of the text
    std::int64_t configVersion = 0;
    std::int64_t indexVersion = 0;
    /// Least calibrated probability that both questions want the same answer, 0..1.
    double threshold = 0.9;
};

/// An answer that was given before.
struct CachedAnswer {
    std::string id;
    std::string question; ///< the one it answered
    std::string text;
    std::string agent;
    std::string category;
    std::vector<proto::Citation> citations;
    bool isHuman = false; ///< a person's: outranks what agents wrote
    bool isExact = false; ///< the same question, not a similar one
    double probability = 1;
    double confidence = 0; ///< of the answer when it was written
};

/// Where an answer comes from that is to be kept.
struct CacheEntry {
    std::string question; ///< PII-masked
    std::string locale;
    std::string text;
    std::string agent;
    std::string category;
    double confidence = 0;
    std::vector<proto::Citation> citations; ///< the documents it stands on: a change of one evicts it
    std::string author;                     ///< a supporter's id; empty: agents wrote it
    ConversationId conversation;            ///< it goes with it when the customer is erased
    int ttlDays = 7;
};

/// What a tenant's earlier questions were answered, for those who ask the same again. Refuses rather than
/// answers wrongly: similar is not enough, numbers, names, negation and order must agree.
/// @thread any I/O thread
class AnswerCache {
public:
    virtual ~AnswerCache() = default;

    /// @return none where nothing certain enough is known, or its sources changed since
    /// @errors Storage; Timeout: go the long way
    virtual boost::asio::awaitable<Result<std::optional<CachedAnswer>>>
    find(TenantId tenant, CacheQuestion question, runtime::Budget budget) = 0;

    /// Why this may not be kept ("personal_data", "case_specific", "internal_source", ...); empty: it may.
    [[nodiscard]] virtual std::string refusal(const CacheEntry& entry) const = 0;

    /// Keeps it in the transaction of what it came from; a person's entry takes the place of agents' ones.
    /// Does nothing where refusal() says why. @errors Storage. @thread database worker
    virtual Result<void>
    keep(store::Transaction& tx, const TenantId& tenant, const CacheEntry& entry, std::int64_t nowMs) = 0;
};

} // namespace parley::server::cache
