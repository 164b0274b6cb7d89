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
    /// The cache's, as the transaction that accepted the message showed it: what was found at the same
    /// versions before is given from memory. Empty: the store is asked.
    std::optional<std::int64_t> cacheVersion;
    /// When its turn began, epoch milliseconds: of one that began before something was forgotten nothing is
    /// held in memory.
    std::int64_t begunMs = 0;
    /// The store is not asked: what is not in memory is not found.
    bool isFromMemory = false;
    /// Least calibrated probability that both questions want the same answer, 0..1.
    double threshold = 0.9;
};

/// The versions of everything that a lookup depends on. Where all are the same, so is what is found, but for
/// what expires meanwhile.
struct LookupVersions {
    std::int64_t config = 0;
    std::int64_t index = 0;
    std::int64_t cache = 0;

    friend bool operator==(const LookupVersions&, const LookupVersions&) = default;
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

/// What the cache says to a question.
struct CacheLookup {
    std::optional<CachedAnswer> answer;
    /// Of a miss: the known question that is nearest, or empty.
    std::string nearest;
    /// Of a miss: what refused it, by the content guard ("negation", "word_order", ...), because the question
    /// is about one case ("case_specific", ...), or because it changed since ("stale"); empty: nothing is
    /// near.
    std::string refusedBy;
    /// Of the nearest: that both want the same answer, 0..1, and the share of what both say.
    double probability = 0;
    double overlap = 0;
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
    std::string authorName;
    ConversationId conversation; ///< it goes with it when the customer is erased
    TicketId ticket;             ///< whose resolution it is: undoing that removes it; may be empty
    int ttlDays = 7;
    /// What writing it took: saved whenever it is given again.
    std::int64_t tokens = 0;
    std::int64_t durationMs = 0;
    std::vector<nlp::Entity> entities; ///< of the question
};

/// What a tenant's earlier questions were answered, for those who ask the same again. Refuses rather than
/// answers wrongly: similar is not enough, numbers, names, negation and order must agree.
/// @thread any I/O thread
class AnswerCache {
public:
    virtual ~AnswerCache() = default;

    /// @return no answer where nothing certain enough is known, or its sources changed since
    /// @errors Storage: go the long way
    virtual boost::asio::awaitable<Result<CacheLookup>>
    find(TenantId tenant, CacheQuestion question, runtime::Budget budget) = 0;

    /// The versions at which this text was answered last, word for word, as far as memory tells; empty: it is
    /// not known.
    [[nodiscard]] virtual std::optional<LookupVersions> answeredAt(const TenantId& tenant,
                                                                   const std::string& text) const = 0;

    /// Why this may not be kept ("personal_data", "case_specific", "internal_source", ...); empty: it may.
    [[nodiscard]] virtual std::string refusal(const CacheEntry& entry) const = 0;

    /// Keeps it in the transaction of what it came from; a person's entry takes the place of agents' ones.
    /// Does nothing where refusal() says why. @errors Storage. @thread database worker
    /// @return why it was not kept, or empty: it was
    virtual Result<std::string>
    keep(store::Transaction& tx, const TenantId& tenant, const CacheEntry& entry, std::int64_t nowMs) = 0;

    /// Counts that a reply was taken from an entry, in the transaction that delivers it. @errors Storage
    virtual Result<void> served(store::Transaction& tx,
                                const std::string& entry,
                                const MessageId& reply,
                                const ConversationId& conversation,
                                std::int64_t nowMs) = 0;
};

} // namespace parley::server::cache
