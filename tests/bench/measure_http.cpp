// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"

namespace parley::bench {

namespace {

void measureGet(Bench& bench, const std::string& what, const std::string& target, const Headers& headers)
{
    const double ceiling = bench.ceilings.gets(kConnections);
    std::string request;
    writeRequest(request, "GET", target, headers, {});
    LoadPlan plan;
    plan.endpoint = bench.daemon.endpoint();
    plan.connections = kConnections;
    plan.duration = bench.options.duration;
    plan.write = [&](std::size_t, std::uint64_t, std::string& out) { out = request; };
    const LoadResult result = runLoad(plan);
    bench.report.add(
        loadRow(what + ", " + std::to_string(kConnections) + " connections", result, ceiling, "bare GET"));
}

} // namespace

void measureHealth(Bench& bench)
{
    measureGet(bench, "`GET /health`", "/health", {});
}

void measureReads(Bench& bench)
{
    const Desk desk(bench.daemon);
    const Tenant tenant = desk.demoTenant(1);
    const Session session = desk.openSession(tenant.publicKey);
    desk.client().json("POST", "/chat/message", bearer(session.token), {{"text", tenant.questions.front()}});
    measureGet(bench,
               "`GET /session/{id}` of one turn, by its customer",
               "/session/" + session.id,
               bearer(session.token));
    measureGet(bench, "`GET /me`, by an operator", "/me", bearer(desk.signInDemo()));
}

} // namespace parley::bench
