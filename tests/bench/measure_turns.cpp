// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"
#include "tests/bench/turn_workload.h"

#include <algorithm>

namespace parley::bench {

namespace {

constexpr std::size_t kFewestSessions = 512;
constexpr std::size_t kQuestions = 16;
constexpr double kOpenLoopShare = 0.7;
/// Question and reply are committed one after the other; nobody else's commit can be shared with one
/// connection.
constexpr double kCommitsOfATurn = 2;

void measureTurns(Bench& bench, const std::vector<Tenant>& tenants, const std::string& whose)
{
    const Desk desk(bench.daemon);
    const std::size_t most = std::ranges::max(bench.options.connections);
    const std::size_t sessions = std::max({kFewestSessions, most, tenants.size()});
    const TurnWorkload workload(desk, tenants, sessions);
    double best = 0;
    std::size_t connectionsOfBest = most;
    for (const std::size_t connections : bench.options.connections) {
        const bool alone = connections == 1;
        const double ceiling =
            alone ? bench.ceilings.syncedAppends() / kCommitsOfATurn : bench.ceilings.posts(connections);
        const LoadResult result =
            workload.run(bench.daemon.endpoint(), connections, 0, bench.options.duration);
        if (result.perSecond() > best) {
            best = result.perSecond();
            connectionsOfBest = connections;
        }
        bench.report.add(loadRow("durable turns, " + whose + ", closed loop, " + std::to_string(connections) +
                                     (alone ? " connection" : " connections"),
                                 result,
                                 ceiling,
                                 alone ? "pairs of fdatasync" : "bare POST"));
    }
    if (best <= 0) {
        return;
    }
    const double rate = best * kOpenLoopShare;
    const LoadResult result =
        workload.run(bench.daemon.endpoint(), connectionsOfBest, rate, bench.options.duration);
    bench.report.add(
        loadRow("durable turns, " + whose + ", open loop at 70 % of the best (" + grouped(rate) + "/s)",
                result,
                rate,
                "asked for"));
}

} // namespace

void measureTurnsOfOneTenant(Bench& bench)
{
    measureTurns(bench, {Desk(bench.daemon).demoTenant(kQuestions)}, "1 tenant");
}

void measureTurnsOfManyTenants(Bench& bench)
{
    measureTurns(bench,
                 Desk(bench.daemon).makeTenants(bench.options.tenants),
                 std::to_string(bench.options.tenants) + " tenants");
}

} // namespace parley::bench
