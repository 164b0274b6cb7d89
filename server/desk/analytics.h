// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/analytics_repository.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {
class Database;
}

namespace parley::server::desk {

/// Most points of a series, and the longest period of channelsOf(), in days.
inline constexpr std::int64_t kMostBuckets = 400;

/// What is asked for; what is missing is the last 30 days by day.
struct AnalyticsQuery {
    std::optional<std::int64_t> fromMs;
    std::optional<std::int64_t> toMs;
    std::string interval; ///< hour, day, week (from Monday); empty: day
};

/// Median and 95th percentile; empty: nothing was measured. To within 5 %.
struct TimeSpread {
    std::optional<std::int64_t> p50;
    std::optional<std::int64_t> p95;
};

/// What is counted for a span of time.
struct AnalyticsCounts {
    std::int64_t conversations = 0; ///< that began in it, with a message
    std::int64_t escalated = 0;     ///< of those, with a ticket
    std::int64_t messages = 0;
    std::int64_t turns = 0; ///< messages that the agents dealt with
    std::int64_t positive = 0;
    std::int64_t negative = 0;
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t costMicros = 0;
    std::int64_t cacheHits = 0;
    std::int64_t wrongHits = 0;
    std::int64_t savedTokens = 0;
    std::int64_t savedMs = 0;
    std::array<std::int64_t, 5> ratings{}; ///< of 1 to 5

    void add(const AnalyticsCounts& other);
    [[nodiscard]] std::int64_t automated() const { return conversations - escalated; }
    [[nodiscard]] std::optional<double> automationRate() const;
    [[nodiscard]] std::int64_t rated() const;
    [[nodiscard]] std::optional<double> meanRating() const;
    /// Millionths that the saved tokens would have cost at this span's own price; empty: no model was used.
    [[nodiscard]] std::optional<std::int64_t> savedMicros() const;
};

struct ChannelFigures {
    std::string channel;
    std::int64_t conversations = 0;
    std::int64_t escalated = 0;
    std::optional<double> mood; ///< mean, -1..1
    TimeSpread latencyMs;
};

struct AnalyticsPoint {
    std::int64_t startMs = 0;
    AnalyticsCounts counts;
};

struct AnalyticsOverview {
    std::int64_t fromMs = 0; ///< full hours
    std::int64_t toMs = 0;
    std::string interval;
    AnalyticsCounts totals;
    std::int64_t openGaps = 0;
    TimeSpread botFirstReplyMs;
    TimeSpread botReplyMs;
    TimeSpread humanFirstReplyS;
    TimeSpread humanHandlingS;
    std::vector<store::NamedCount> reasons;
    std::vector<store::NamedCount> categories;
    std::vector<ChannelFigures> channels;
    std::vector<store::AgentCount> agents;
    std::vector<AnalyticsPoint> series; ///< without gaps, oldest first
};

struct ChannelOverview {
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
    std::vector<ChannelFigures> channels;
};

/// What a tenant's charts show. Money is in millionths of the currency of the models' prices. @thread I/O
class Analytics {
public:
    Analytics(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// @errors InvalidArgument a period that ends before it begins, an unknown interval, or one that cuts the
    /// period into more than kMostBuckets; Storage
    boost::asio::awaitable<Result<AnalyticsOverview>> overview(TenantId tenant, AnalyticsQuery query);
    /// The same figures by channel; without a period the last 24 hours. @errors as above
    boost::asio::awaitable<Result<ChannelOverview>> channels(TenantId tenant, AnalyticsQuery query);

private:
    store::Database& m_database;
    const Clock& m_clock;
};

/// The period of a query, full hours, cut at full hours, days or Mondays (UTC). @errors InvalidArgument
Result<store::AnalyticsPeriod>
periodOf(const AnalyticsQuery& query, std::int64_t nowMs, std::int64_t otherwiseMs);

/// @param times  in ascending order. @source nearest rank
TimeSpread spreadOf(const std::vector<store::TimeCount>& times);

} // namespace parley::server::desk
