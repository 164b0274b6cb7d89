// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// A span of time, cut into equal pieces that are numbered from 0.
struct AnalyticsPeriod {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;     ///< exclusive
    std::int64_t originMs = 0; ///< where piece 0 begins; not after fromMs
    std::int64_t stepMs = 1;
};

/// Conversations that began in a piece. One with a ticket is escalated.
struct ConversationCount {
    std::int64_t bucket = 0;
    std::string channel;
    std::int64_t conversations = 0;
    std::int64_t escalated = 0;
    std::int64_t positive = 0;
    std::int64_t negative = 0;
    double moods = 0; ///< sum, -1..1 each
};

/// Turns that began in a piece.
struct TurnCount {
    std::int64_t bucket = 0;
    std::int64_t turns = 0;
    std::int64_t cacheHits = 0;
    std::int64_t wrongHits = 0;
    std::int64_t savedTokens = 0;
    std::int64_t savedMs = 0;
};

struct BucketCount {
    std::int64_t bucket = 0;
    std::int64_t value = 0; ///< what is counted, where there are several
    std::int64_t count = 0;
};

struct UsageCount {
    std::int64_t bucket = 0;
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t costMicros = 0;
};

/// How often something took so long; times are rounded down by 5 % at most.
struct TimeCount {
    std::string of; ///< channel; may be empty
    std::int64_t time = 0;
    std::int64_t count = 0;
    std::int64_t first = 0; ///< of them, first turns of a conversation
};

struct NamedCount {
    std::string name;
    std::int64_t count = 0;
};

struct AgentCount {
    std::string agent;
    std::int64_t answers = 0;
    double confidence = 0; ///< mean, 0..1
};

/// What a tenant's charts are drawn from. Each call reads one index over the period. @thread database worker
class AnalyticsRepository {
public:
    /// With at least one message, by piece and channel. @errors Storage
    Result<std::vector<ConversationCount>> conversations(ReadTransaction& tx,
                                                         const AnalyticsPeriod& period) const;
    /// By piece. @errors Storage
    Result<std::vector<TurnCount>> turns(ReadTransaction& tx, const AnalyticsPeriod& period) const;
    /// Whatever stands in transcripts, by piece. @errors Storage
    Result<std::vector<BucketCount>> messages(ReadTransaction& tx, const AnalyticsPeriod& period) const;
    /// By piece and rating 1..5. @errors Storage
    Result<std::vector<BucketCount>> ratings(ReadTransaction& tx, const AnalyticsPeriod& period) const;
    /// By piece, of whole hours. @errors Storage
    Result<std::vector<UsageCount>> usage(ReadTransaction& tx, const AnalyticsPeriod& period) const;

    /// Milliseconds until the agents replied, by channel. @errors Storage
    Result<std::vector<TimeCount>> turnTimes(ReadTransaction& tx, const AnalyticsPeriod& period) const;
    /// Seconds from a ticket to a person's first word, of tickets made in the period. @errors Storage
    Result<std::vector<TimeCount>> firstWords(ReadTransaction& tx, const AnalyticsPeriod& period) const;
    /// Seconds from taking a ticket to its resolution, likewise. @errors Storage
    Result<std::vector<TimeCount>> handling(ReadTransaction& tx, const AnalyticsPeriod& period) const;

    /// Why tickets were made, most frequent first. @errors Storage
    Result<std::vector<NamedCount>>
    reasons(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const;
    /// What they are about. @errors Storage
    Result<std::vector<NamedCount>>
    categories(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const;
    /// Who answered, most answers first. @errors Storage
    Result<std::vector<AgentCount>>
    agents(ReadTransaction& tx, const AnalyticsPeriod& period, int limit) const;
    /// Gaps in the knowledge base that are open and were met in the period. @errors Storage
    Result<std::int64_t> openGaps(ReadTransaction& tx, const AnalyticsPeriod& period) const;
};

} // namespace parley::server::store
