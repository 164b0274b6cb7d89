// SPDX-License-Identifier: MIT
#include "server/desk/analytics.h"

#include "server/store/database.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace parley::server::desk {

namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kWeekMs = 7 * kDayMs;
/// 1970-01-05, the first Monday.
constexpr std::int64_t kMondayMs = 4 * kDayMs;
/// The year 3000: times beyond it are slips of the pen.
constexpr std::int64_t kLatestMs = 32'503'680'000'000;
constexpr int kMostNames = 50;

struct Interval {
    std::string_view name;
    std::int64_t ms;
};
constexpr std::array kIntervals{Interval{"hour", kHourMs},
                                Interval{"day", kDayMs},
                                Interval{"week", kWeekMs}};

/// The last full step at or before a time; weeks begin on Mondays.
std::int64_t floorTo(std::int64_t ms, std::int64_t step)
{
    const std::int64_t offset = step == kWeekMs ? kMondayMs - kWeekMs : 0;
    return (ms - offset) / step * step + offset;
}

std::int64_t piecesOf(std::int64_t fromMs, std::int64_t toMs, std::int64_t step)
{
    return (toMs - floorTo(fromMs, step) + step - 1) / step;
}

/// What would be right instead of an interval that makes too many points.
Error tooMany(const store::AnalyticsPeriod& period, std::string_view name)
{
    const std::string most = std::to_string(kMostBuckets);
    for (const Interval& other : kIntervals) {
        if (other.ms > period.stepMs && piecesOf(period.fromMs, period.toMs, other.ms) <= kMostBuckets) {
            return failField("interval",
                             "by " + std::string(name) + " makes more than " + most +
                                 " points of this period; take " + std::string(other.name) +
                                 ", or a shorter period")
                .value();
        }
    }
    return failField("from", "must be at most " + most + " weeks before to").value();
}

/// The piece of a count; none where it lies outside, as that of a message numbered ahead of its time may.
AnalyticsCounts* pieceOf(AnalyticsOverview& overview, std::int64_t bucket)
{
    const auto index = static_cast<std::size_t>(bucket);
    return bucket < 0 || index >= overview.series.size() ? nullptr : &overview.series[index].counts;
}

/// Spreads the rows of one query over the series.
template <class Row, class Put>
Result<void> spread(Result<std::vector<Row>> rows, AnalyticsOverview& overview, Put put)
{
    if (!rows) {
        return fail(std::move(rows).error());
    }
    for (const Row& row : *rows) {
        if (AnalyticsCounts* counts = pieceOf(overview, row.bucket); counts != nullptr) {
            put(*counts, row);
        }
    }
    return {};
}

Result<void> countSeries(store::ReadTransaction& tx,
                         const store::AnalyticsPeriod& period,
                         const std::vector<store::ConversationCount>& conversations,
                         AnalyticsOverview& overview)
{
    const store::AnalyticsRepository stored;
    using Counts = AnalyticsCounts;
    auto done = spread(Result<std::vector<store::ConversationCount>>(conversations),
                       overview,
                       [](Counts& counts, const store::ConversationCount& row) {
                           counts.conversations += row.conversations;
                           counts.escalated += row.escalated;
                           counts.positive += row.positive;
                           counts.negative += row.negative;
                       });
    done = done ? spread(stored.turns(tx, period),
                         overview,
                         [](Counts& counts, const store::TurnCount& row) {
                             counts.turns = row.turns;
                             counts.cacheHits = row.cacheHits;
                             counts.wrongHits = row.wrongHits;
                             counts.savedTokens = row.savedTokens;
                             counts.savedMs = row.savedMs;
                         })
                : done;
    const auto putMessages = [](Counts& counts, const store::BucketCount& row) {
        counts.messages = row.count;
    };
    done = done ? spread(stored.messages(tx, period), overview, putMessages) : done;
    const auto putRatings = [](Counts& counts, const store::BucketCount& row) {
        if (row.value >= 1 && row.value <= 5) {
            counts.ratings.at(static_cast<std::size_t>(row.value - 1)) += row.count;
        }
    };
    done = done ? spread(stored.ratings(tx, period), overview, putRatings) : done;
    const auto putUsage = [](Counts& counts, const store::UsageCount& row) {
        counts.inputTokens = row.inputTokens;
        counts.outputTokens = row.outputTokens;
        counts.costMicros = row.costMicros;
    };
    return done ? spread(stored.usage(tx, period), overview, putUsage) : done;
}

/// Moves a result to its place, or says why there is none.
template <class T, class To>
Result<void> put(Result<T> result, To& to)
{
    if (!result) {
        return fail(std::move(result).error());
    }
    to = *std::move(result);
    return {};
}

Result<void> putSpread(Result<std::vector<store::TimeCount>> times, TimeSpread& to)
{
    if (!times) {
        return fail(std::move(times).error());
    }
    to = spreadOf(*times);
    return {};
}

/// Of all channels together, each of which is in order. @param count  what of a time counts
TimeSpread spreadOfAll(const std::vector<store::TimeCount>& times, std::int64_t store::TimeCount::*count)
{
    std::map<std::int64_t, std::int64_t> all;
    for (const store::TimeCount& each : times) {
        all[each.time] += each.*count;
    }
    std::vector<store::TimeCount> sorted;
    for (const auto& [time, number] : all) {
        sorted.push_back({{}, time, number, 0});
    }
    return spreadOf(sorted);
}

std::vector<ChannelFigures> channelsOf(const std::vector<store::ConversationCount>& conversations,
                                       const std::vector<store::TimeCount>& times)
{
    std::map<std::string, ChannelFigures> channels;
    std::map<std::string, double> moods;
    for (const store::ConversationCount& row : conversations) {
        ChannelFigures& figures = channels[row.channel];
        figures.conversations += row.conversations;
        figures.escalated += row.escalated;
        moods[row.channel] += row.moods;
    }
    std::map<std::string, std::vector<store::TimeCount>> byChannel;
    for (const store::TimeCount& each : times) {
        byChannel[each.of].push_back(each);
        channels.try_emplace(each.of);
    }
    std::vector<ChannelFigures> all;
    for (auto& [name, figures] : channels) {
        figures.channel = name;
        figures.latencyMs = spreadOf(byChannel[name]);
        if (figures.conversations > 0) {
            figures.mood = moods[name] / static_cast<double>(figures.conversations);
        }
        all.push_back(std::move(figures));
    }
    return all;
}

Result<AnalyticsOverview> read(store::ReadTransaction& tx, const store::AnalyticsPeriod& period)
{
    const store::AnalyticsRepository stored;
    AnalyticsOverview overview;
    overview.fromMs = period.fromMs;
    overview.toMs = period.toMs;
    for (std::int64_t start = period.originMs; start < period.toMs; start += period.stepMs) {
        overview.series.push_back({start, {}});
    }
    std::vector<store::ConversationCount> conversations;
    std::vector<store::TimeCount> turns;
    auto done = put(stored.conversations(tx, period), conversations);
    done = done ? countSeries(tx, period, conversations, overview) : done;
    done = done ? put(stored.turnTimes(tx, period), turns) : done;
    done = done ? putSpread(stored.firstWords(tx, period), overview.humanFirstReplyS) : done;
    done = done ? putSpread(stored.handling(tx, period), overview.humanHandlingS) : done;
    done = done ? put(stored.reasons(tx, period, kMostNames), overview.reasons) : done;
    done = done ? put(stored.categories(tx, period, kMostNames), overview.categories) : done;
    done = done ? put(stored.agents(tx, period, kMostNames), overview.agents) : done;
    done = done ? put(stored.openGaps(tx, period), overview.openGaps) : done;
    if (!done) {
        return fail(std::move(done).error());
    }
    overview.channels = channelsOf(conversations, turns);
    overview.botReplyMs = spreadOfAll(turns, &store::TimeCount::count);
    overview.botFirstReplyMs = spreadOfAll(turns, &store::TimeCount::first);
    for (const AnalyticsPoint& point : overview.series) {
        overview.totals.add(point.counts);
    }
    return overview;
}

} // namespace

void AnalyticsCounts::add(const AnalyticsCounts& other)
{
    conversations += other.conversations;
    escalated += other.escalated;
    messages += other.messages;
    turns += other.turns;
    positive += other.positive;
    negative += other.negative;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    costMicros += other.costMicros;
    cacheHits += other.cacheHits;
    wrongHits += other.wrongHits;
    savedTokens += other.savedTokens;
    savedMs += other.savedMs;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        ratings.at(i) += other.ratings.at(i);
    }
}

std::optional<double> AnalyticsCounts::automationRate() const
{
    return conversations == 0
               ? std::nullopt
               : std::optional(static_cast<double>(automated()) / static_cast<double>(conversations));
}

std::int64_t AnalyticsCounts::rated() const
{
    return std::accumulate(ratings.begin(), ratings.end(), std::int64_t{0});
}

std::optional<double> AnalyticsCounts::meanRating() const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        sum += static_cast<std::int64_t>(i + 1) * ratings.at(i);
    }
    return rated() == 0 ? std::nullopt
                        : std::optional(static_cast<double>(sum) / static_cast<double>(rated()));
}

std::optional<std::int64_t> AnalyticsCounts::savedMicros() const
{
    const std::int64_t tokens = inputTokens + outputTokens;
    if (tokens == 0) {
        return std::nullopt;
    }
    const double each = static_cast<double>(costMicros) / static_cast<double>(tokens);
    return static_cast<std::int64_t>(each * static_cast<double>(savedTokens));
}

Result<store::AnalyticsPeriod>
periodOf(const AnalyticsQuery& query, std::int64_t nowMs, std::int64_t otherwiseMs)
{
    const std::string name = query.interval.empty() ? "day" : query.interval;
    const auto* interval = std::find_if(kIntervals.begin(), kIntervals.end(), [&](const Interval& each) {
        return each.name == name;
    });
    if (interval == kIntervals.end()) {
        return failField("interval", "must be one of: hour, day, week");
    }
    const std::int64_t to = query.toMs.value_or(nowMs);
    const std::int64_t from = query.fromMs.value_or(to - otherwiseMs);
    for (const auto& [field, time] : {std::pair("to", to), std::pair("from", from)}) {
        if (time < 0 || time > kLatestMs) {
            return failField(field, "must be between the years 1970 and 3000");
        }
    }
    if (from >= to) {
        return failField(query.fromMs ? "from" : "to",
                         query.fromMs ? "must be before to" : "must be after from");
    }
    store::AnalyticsPeriod period;
    period.fromMs = floorTo(from, kHourMs);
    period.toMs = floorTo(to + kHourMs - 1, kHourMs);
    period.stepMs = interval->ms;
    period.originMs = floorTo(period.fromMs, period.stepMs);
    if (piecesOf(period.fromMs, period.toMs, period.stepMs) > kMostBuckets) {
        return tl::unexpected(tooMany(period, name));
    }
    return period;
}

TimeSpread spreadOf(const std::vector<store::TimeCount>& times)
{
    const auto add = [](std::int64_t sum, const store::TimeCount& each) { return sum + each.count; };
    const std::int64_t all = std::accumulate(times.begin(), times.end(), std::int64_t{0}, add);
    const auto at = [&](std::int64_t percent) -> std::optional<std::int64_t> {
        const std::int64_t rank = (all * percent + 99) / 100;
        std::int64_t seen = 0;
        for (const store::TimeCount& each : times) {
            seen += each.count;
            if (seen >= rank && seen > 0) {
                return each.time;
            }
        }
        return std::nullopt;
    };
    return {at(50), at(95)};
}

boost::asio::awaitable<Result<AnalyticsOverview>> Analytics::overview(TenantId tenant, AnalyticsQuery query)
{
    auto period = periodOf(query, m_clock.nowMs(), 30 * kDayMs);
    if (!period) {
        co_return fail(std::move(period).error());
    }
    auto job = [&](store::ReadTransaction& tx) { return read(tx, *period); };
    auto scope = store::Scope::of(tenant);
    auto overview = co_await m_database.read(scope, job);
    if (overview) {
        overview->interval = query.interval.empty() ? "day" : query.interval;
    }
    co_return overview;
}

boost::asio::awaitable<Result<ChannelOverview>> Analytics::channels(TenantId tenant, AnalyticsQuery query)
{
    auto period = periodOf(query, m_clock.nowMs(), kDayMs);
    if (!period) {
        co_return fail(std::move(period).error());
    }
    auto job = [&](store::ReadTransaction& tx) -> Result<ChannelOverview> {
        const store::AnalyticsRepository stored;
        auto conversations = stored.conversations(tx, *period);
        if (!conversations) {
            return fail(std::move(conversations).error());
        }
        auto times = stored.turnTimes(tx, *period);
        if (!times) {
            return fail(std::move(times).error());
        }
        ChannelOverview overview;
        overview.fromMs = period->fromMs;
        overview.toMs = period->toMs;
        overview.channels = channelsOf(*conversations, *times);
        return overview;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

} // namespace parley::server::desk
