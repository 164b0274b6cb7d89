// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/answer_cache.h"
#include "server/cache/question_index.h"
#include "server/cache/recent_lookups.h"
#include "server/desk/feedback.h"
#include "server/desk/resolution.h"
#include "server/store/cache_repository.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"
#include "server/telemetry/metrics.h"
#include "shared/core/clock.h"

#include <atomic>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::cache {

/// What the cache counts.
struct CacheMetrics {
    telemetry::Counter exactHits;
    telemetry::Counter similarHits;
    telemetry::Counter misses;
    telemetry::Counter refusals; ///< of questions that may not be looked up, and of answers not to be kept
    telemetry::Counter kept;
    telemetry::Counter wrongHits;

    static CacheMetrics of(telemetry::Metrics& metrics);
};

/// The cache over the store. Exact keys are looked up in the store itself; similar questions in an index in
/// memory, one a tenant, which every lookup first brings up to the store's version, so that all nodes know
/// the same. What is given out was read from the store in the same transaction, or at the same versions of
/// cache, knowledge and configuration before: an entry that expired or was taken away, or whose documents
/// changed, never is.
/// @thread any
class SemanticCache final : public AnswerCache, public desk::LessonListener {
public:
    /// Entries of one tenant; beyond, the oldest of agents go.
    static constexpr std::int64_t kMostEntries = 50'000;

    SemanticCache(store::Database& database,
                  const Clock& clock,
                  IdSource& ids,
                  CacheMetrics metrics = {},
                  std::size_t maxOpen = 256);

    boost::asio::awaitable<Result<CacheLookup>>
    find(TenantId tenant, CacheQuestion question, runtime::Budget budget) override;

    [[nodiscard]] std::optional<LookupVersions> answeredAt(const TenantId& tenant,
                                                           const std::string& text) const override;

    [[nodiscard]] std::string refusal(const CacheEntry& entry) const override;
    Result<std::string> keep(store::Transaction& tx,
                             const TenantId& tenant,
                             const CacheEntry& entry,
                             std::int64_t nowMs) override;
    Result<void> served(store::Transaction& tx,
                        const std::string& entry,
                        const MessageId& reply,
                        const ConversationId& conversation,
                        std::int64_t nowMs) override;

    Result<void> onResolved(store::Transaction& tx,
                            const desk::ResolveRequest& request,
                            desk::Resolved& resolved) override;
    Result<void> onUndone(store::Transaction& tx,
                          const TenantId& tenant,
                          const store::TicketRow& ticket,
                          desk::TakenBack& taken) override;
    /// The right answer takes the place of the wrong one. @errors Storage
    Result<void>
    onCorrected(store::Transaction& tx, const desk::Correction& correction, desk::Learned& learned) override;
    /// One star or two say that the answer was wrong. @errors Storage
    Result<void> onRated(store::Transaction& tx,
                         const TenantId& tenant,
                         const store::MessageRow& message,
                         const store::FeedbackRow& feedback) override;

    /// Drops what is held of a tenant in memory: the next lookup reads what is left in the store.
    void forget(const TenantId& tenant);

private:
    struct Lesson;
    /// Keeps a person's answer. @return why not, or empty. @errors Storage
    Result<std::string> learn(store::Transaction& tx, const Lesson& lesson);
    /// Removes the entry that a reply came from, or that was made of it. @errors Storage
    Result<void> forgetReply(store::Transaction& tx,
                             const MessageId& reply,
                             const ConversationId& conversation,
                             const std::string& text);

    struct Questions {
        std::mutex mutex; // guards all below
        QuestionIndex index;
        std::int64_t version = 0;
        std::uint64_t lastUse = 0; // guarded by the cache's mutex
        RecentLookups recent;      // any thread
    };
    using QuestionsPtr = std::shared_ptr<Questions>; // shared by the lookups under way and the map

    QuestionsPtr questionsOf(const TenantId& tenant);
    /// @return the version that the transaction sees: an older snapshot judges nothing that is newer
    Result<std::int64_t>
    bringUp(store::ReadTransaction& tx, Questions& questions, std::size_t mostPages) const;
    /// @return with the versions that the transaction sees. @errors Storage
    Result<FoundBefore> findIn(store::ReadTransaction& tx,
                               Questions& questions,
                               const CacheQuestion& question,
                               const QuestionReading& reading) const;
    Result<FoundBefore> similarIn(store::ReadTransaction& tx,
                                  Questions& questions,
                                  const CacheQuestion& question,
                                  const QuestionReading& reading) const;
    void count(const FoundBefore& found) const;
    Result<std::string> sourcesOf(store::Transaction& tx,
                                  const CacheEntry& entry,
                                  std::vector<store::CacheSourceRow>& sources) const;
    Result<void> forgetSimilar(store::Transaction& tx, const TenantId& tenant, const CacheEntry& entry);

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const CacheMetrics m_metrics;
    const std::size_t m_maxOpen;
    store::CacheRepository m_entries;
    store::DocumentRepository m_documents;
    /// When anything was forgotten last, of whichever tenant; written under the mutex.
    std::atomic<std::int64_t> m_forgottenMs{std::numeric_limits<std::int64_t>::min()};
    mutable std::mutex m_mutex; // guards everything below
    std::uint64_t m_uses = 0;
    std::unordered_map<std::string, QuestionsPtr> m_open;
};

/// Under which an answer to this question is kept: the digest of its exact key.
std::string questionKey(std::string_view question);

} // namespace parley::server::cache
