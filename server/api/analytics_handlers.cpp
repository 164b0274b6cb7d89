// SPDX-License-Identifier: MIT
#include "server/api/analytics_handlers.h"

#include "server/api/parameters.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::RequestContext;
using nlohmann::json;

template <class T>
json orNull(const std::optional<T>& value)
{
    return value ? json(*value) : json();
}

double money(std::int64_t micros)
{
    return static_cast<double>(micros) / 1e6;
}

json spreadView(const desk::TimeSpread& spread)
{
    return {{"p50", orNull(spread.p50)}, {"p95", orNull(spread.p95)}};
}

json countsView(const desk::AnalyticsCounts& counts)
{
    const auto saved = counts.savedMicros();
    return {{"conversations", counts.conversations},
            {"escalated", counts.escalated},
            {"automated", counts.automated()},
            {"automation_rate", orNull(counts.automationRate())},
            {"messages", counts.messages},
            {"turns", counts.turns},
            {"tokens_in", counts.inputTokens},
            {"tokens_out", counts.outputTokens},
            {"cost", money(counts.costMicros)},
            {"cache",
             {{"hits", counts.cacheHits},
              {"wrong_hits", counts.wrongHits},
              {"saved_tokens", counts.savedTokens},
              {"saved_ms", counts.savedMs},
              {"saved_cost", saved ? json(money(*saved)) : json()}}},
            {"csat",
             {{"mean", orNull(counts.meanRating())},
              {"count", counts.rated()},
              {"distribution", counts.ratings}}},
            {"sentiment",
             {{"positive", counts.positive},
              {"neutral", counts.conversations - counts.positive - counts.negative},
              {"negative", counts.negative}}}};
}

json channelsView(const std::vector<desk::ChannelFigures>& channels)
{
    json items = json::array();
    for (const desk::ChannelFigures& each : channels) {
        const double all = static_cast<double>(each.conversations);
        items.push_back({{"channel", each.channel},
                         {"conversations", each.conversations},
                         {"escalation_rate",
                          each.conversations == 0 ? json() : json(static_cast<double>(each.escalated) / all)},
                         {"sentiment", orNull(each.mood)},
                         {"latency_ms", spreadView(each.latencyMs)}});
    }
    return items;
}

json namesView(const char* field, const std::vector<store::NamedCount>& names)
{
    json items = json::array();
    for (const store::NamedCount& each : names) {
        items.push_back({{field, each.name}, {"count", each.count}});
    }
    return items;
}

json overviewView(const desk::AnalyticsOverview& overview)
{
    json totals = countsView(overview.totals);
    totals["gaps"] = overview.openGaps;
    totals["bot"] = {{"first_reply_ms", spreadView(overview.botFirstReplyMs)},
                     {"handling_ms", spreadView(overview.botReplyMs)}};
    totals["human"] = {{"first_reply_s", spreadView(overview.humanFirstReplyS)},
                       {"handling_s", spreadView(overview.humanHandlingS)}};
    json agents = json::array();
    for (const store::AgentCount& each : overview.agents) {
        agents.push_back({{"agent", each.agent}, {"answers", each.answers}, {"confidence", each.confidence}});
    }
    json series = json::array();
    for (const desk::AnalyticsPoint& point : overview.series) {
        json entry = countsView(point.counts);
        entry["ts"] = toRfc3339(point.startMs);
        series.push_back(std::move(entry));
    }
    return {{"from", toRfc3339(overview.fromMs)},
            {"to", toRfc3339(overview.toMs)},
            {"interval", overview.interval},
            {"totals", std::move(totals)},
            {"reasons", namesView("reason", overview.reasons)},
            {"categories", namesView("category", overview.categories)},
            {"channels", channelsView(overview.channels)},
            {"agents", std::move(agents)},
            {"series", std::move(series)}};
}

/// @errors InvalidArgument
Result<desk::AnalyticsQuery> queryOf(const RequestContext& request)
{
    desk::AnalyticsQuery query;
    for (const auto& [field, to] : {std::pair("from", &query.fromMs), std::pair("to", &query.toMs)}) {
        const auto text = request.request.parameter(field);
        if (!text || text->empty()) {
            continue;
        }
        *to = fromRfc3339(*text);
        if (!*to) {
            return failField(field, "must be a time such as 2026-11-21T05:00:00.000Z");
        }
    }
    auto interval = oneOfParameter(request, "interval", {"hour", "day", "week"});
    if (!interval) {
        return fail(std::move(interval).error());
    }
    query.interval = *std::move(interval);
    return query;
}

} // namespace

void AnalyticsHandlers::addRoutes(edge::Router& router)
{
    router.add(
        makeRoute(edge::Method::Get,
                  "/analytics/overview",
                  security::Permission::ConfigureTenant,
                  {"What the agents and the people did in a period (the last 30 days), and by interval",
                   "Operations",
                   "",
                   "AnalyticsOverview",
                   200,
                   {"from", "to", "interval"}},
                  [this](RequestContext& request) { return overview(request); }));
    router.add(makeRoute(edge::Method::Get,
                         "/metrics/channels",
                         security::Permission::DeskRead,
                         {"Latency, escalation and sentiment of each channel in a period (the last 24 hours)",
                          "Operations",
                          "",
                          "ChannelMetrics",
                          200,
                          {"from", "to"}},
                         [this](RequestContext& request) { return channels(request); }));
}

boost::asio::awaitable<Result<edge::Response>> AnalyticsHandlers::overview(RequestContext& request)
{
    auto query = queryOf(request);
    if (!query) {
        co_return fail(std::move(query).error());
    }
    auto found = co_await m_analytics.overview(request.tenant, *std::move(query));
    if (!found) {
        co_return fail(std::move(found).error());
    }
    co_return edge::Response::json(200, overviewView(*found));
}

boost::asio::awaitable<Result<edge::Response>> AnalyticsHandlers::channels(RequestContext& request)
{
    auto query = queryOf(request);
    if (!query) {
        co_return fail(std::move(query).error());
    }
    auto found = co_await m_analytics.channels(request.tenant, *std::move(query));
    if (!found) {
        co_return fail(std::move(found).error());
    }
    co_return edge::Response::json(200,
                                   {{"from", toRfc3339(found->fromMs)},
                                    {"to", toRfc3339(found->toMs)},
                                    {"items", channelsView(found->channels)}});
}

} // namespace parley::server::api
