// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// An answer that may be given again.
struct CacheEntryRow {
    std::string id;
    std::string question;    ///< PII-masked
    std::string questionKey; ///< hex digest of its exact key and locale; one entry each
    std::string locale;
    std::string answer;
    std::string agent;
    std::string category;
    double confidence = 0;
    std::string citations; ///< JSON array, as messages keep theirs
    std::string authorId;  ///< a supporter's; empty: agents wrote it
    std::string authorName;
    ConversationId conversation;    ///< it came from; may be empty
    TicketId ticket;                ///< whose resolution wrote it; may be empty
    std::int64_t configVersion = 0; ///< the tenant's when it was written
    std::int64_t tokens = 0;        ///< what writing it took
    std::int64_t durationMs = 0;
    std::int64_t seq = 0; ///< of the cache's versions, the one it came with
    std::int64_t hits = 0;
    std::int64_t createdMs = 0;
    std::int64_t expiresMs = 0;
    std::optional<std::int64_t> lastHitMs;
};

/// A document that an entry stands on, as it was.
struct CacheSourceRow {
    DocumentId document;
    std::int64_t updatedMs = 0;
};

/// A question that is known, for an index in memory.
struct CachedQuestion {
    std::string id;
    std::string question;
    std::string locale;
    bool isHuman = false;
    std::int64_t seq = 0;
};

/// What a tenant's cache has done so far, entries that have gone included.
struct CacheTotals {
    std::int64_t version = 0; ///< rises with every new entry and with every one that is taken away
    std::int64_t hits = 0;
    std::int64_t wrongHits = 0;
    std::int64_t savedTokens = 0;
    std::int64_t savedMs = 0;
};

/// So long a resolution can be undone, and what it replaced is kept.
inline constexpr std::int64_t kUndoMs = 10LL * 60 * 1000;

/// The answers of one tenant's cache. @thread database worker
class CacheRepository {
public:
    /// Adds it in the place of one with the same key; gives it the cache's next version as its seq. What a
    /// ticket's resolution replaces is kept aside (retire). @errors Storage
    Result<void> put(Transaction& tx, CacheEntryRow row, const std::vector<CacheSourceRow>& sources) const;

    /// Those of them that are there, not expired, and whose documents are as they were and not internal.
    /// @errors Storage
    Result<std::vector<CacheEntryRow>>
    valid(ReadTransaction& tx, const std::vector<std::string>& ids, std::int64_t nowMs) const;
    /// The same for the one with this key. @errors Storage
    Result<std::optional<CacheEntryRow>>
    validByKey(ReadTransaction& tx, const std::string& key, std::int64_t nowMs) const;

    /// Entries that came after version `after`, oldest first. @errors Storage
    Result<std::vector<CachedQuestion>>
    questionsAfter(ReadTransaction& tx, std::int64_t after, int limit) const;
    /// All zero for a tenant whose cache was never used. @errors Storage
    Result<CacheTotals> totals(ReadTransaction& tx) const;

    /// Notes that a reply came from it. @errors Storage
    Result<void> served(Transaction& tx,
                        const std::string& id,
                        const MessageId& reply,
                        const ConversationId& conversation,
                        std::int64_t nowMs) const;
    /// Forgets what agents or people said in this conversation, word for word. @errors Storage
    Result<bool>
    forgetAnswer(Transaction& tx, const ConversationId& conversation, const std::string& answer) const;
    /// Removes the entry that a reply came from and counts a wrong hit.
    /// @return false: it came from none, or it has gone. @errors Storage
    Result<bool> rejected(Transaction& tx, const MessageId& reply) const;

    /// Keeps an entry aside that a resolution takes the place of: it answers nothing. @return false when it
    /// has gone. @errors Storage
    Result<bool>
    retire(Transaction& tx, const std::string& id, const TicketId& ticket, std::int64_t nowMs) const;
    /// Removes what a resolution wrote, and puts back what it took the place of, where nothing newer has.
    /// @return whether it had written any. @errors Storage
    Result<bool> takeBack(Transaction& tx, const TicketId& ticket) const;

    /// Newest first, by id; `before` exclusive. @param words  all are in question or answer; may be empty
    /// @errors Storage
    Result<std::vector<CacheEntryRow>>
    page(ReadTransaction& tx, const std::string& words, const std::string& before, int limit) const;
    Result<std::optional<CacheEntryRow>> find(ReadTransaction& tx, const std::string& id) const;
    Result<std::vector<CacheSourceRow>> sources(ReadTransaction& tx, const std::string& id) const;
    /// @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    /// @return how many there were. @errors Storage
    Result<std::int64_t> clear(Transaction& tx) const;
    /// Removes what stands on a document: it changes, or goes. @errors Storage
    Result<void> evictDocument(Transaction& tx, const DocumentId& document) const;
    /// For whoever removes answers by other ways: what is held of them in memory is not given any more.
    /// @errors Storage
    Result<void> raiseVersion(Transaction& tx) const;
    /// Removes what has expired and, beyond `most` entries, the oldest that agents wrote. @errors Storage
    Result<void> prune(Transaction& tx, std::int64_t nowMs, std::int64_t most) const;
};

} // namespace parley::server::store
