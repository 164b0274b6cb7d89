// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"

#include <poll.h>

#include <stdexcept>

namespace parley::bench {

namespace {

constexpr std::size_t kConversations = 100;
constexpr int kFanOutRounds = 20;
constexpr double kReadsPerSecond = 1000;
constexpr std::uint64_t kReadsPerEvent = 500; // two events a second
constexpr double kStreamAim = 12.0 * 1024;
constexpr int kSettleMs = 1000;

std::string streamRequest(const Session& session)
{
    std::string request;
    Headers headers = bearer(session.token);
    headers["Accept"] = "text/event-stream";
    writeRequest(request, "GET", "/chat/events?session_id=" + session.id, headers, {});
    return request;
}

StreamFleet openStreams(Bench& bench, const std::vector<Session>& sessions)
{
    std::vector<std::string> requests;
    for (std::size_t i = 0; i < bench.options.streams; ++i) {
        requests.push_back(streamRequest(sessions[i % sessions.size()]));
    }
    return StreamFleet(bench.daemon.endpoint(), std::move(requests), bench.options.clientCpus);
}

std::string countOf(const Bench& bench)
{
    return grouped(static_cast<double>(bench.options.streams));
}

LoadPlan readsOf(const Bench& bench, const std::string& request)
{
    LoadPlan plan;
    plan.endpoint = bench.daemon.endpoint();
    plan.connections = kConnections;
    plan.duration = bench.options.duration;
    plan.write = [&request](std::size_t, std::uint64_t, std::string& out) { out = request; };
    return plan;
}

/// Streams over many conversations: what one costs, and what the daemon still does beside them.
void measureIdleStreams(Bench& bench, const Desk& desk, const std::string& publicKey)
{
    std::vector<Session> sessions;
    for (std::size_t i = 0; i < kConversations; ++i) {
        sessions.push_back(desk.openSession(publicKey));
    }
    const auto before = static_cast<double>(bench.daemon.residentBytes());
    const StreamFleet fleet = openStreams(bench, sessions);
    const Opened& opened = fleet.opened();
    if (opened.streams == 0) {
        throw std::runtime_error("GET /chat/events: no stream was opened");
    }
    ::poll(nullptr, 0, kSettleMs);
    const double each =
        (static_cast<double>(bench.daemon.residentBytes()) - before) / static_cast<double>(opened.streams);
    Row row;
    row.what = countOf(bench) + " open streams of 100 conversations: memory of each in user space";
    row.value = bytes(each);
    row.ceiling = "aim: 12 KB or less";
    row.share = kStreamAim / each;
    row.note = std::to_string(opened.streams) + " opened in " + grouped(opened.seconds) + " s" +
               (opened.refused > 0 ? ", " + std::to_string(opened.refused) + " refused" : "");
    bench.report.add(std::move(row));

    std::string request;
    writeRequest(request, "GET", "/health", {}, {});
    LoadPlan plan = readsOf(bench, request);
    bench.report.add(loadRow("`GET /health` beside them, " + std::to_string(kConnections) + " connections",
                             runLoad(plan),
                             bench.ceilings.gets(kConnections),
                             "bare GET"));
}

/// All streams on one conversation that waits for a person: a message there is stored and published, nothing
/// else.
void measureEvents(Bench& bench, const Desk& desk, const std::string& publicKey)
{
    const std::chrono::nanoseconds ceiling = bench.ceilings.fanOut();
    const Session crowd = desk.openSession(publicKey);
    const nlohmann::json escalate{{"session_id", crowd.id}};
    desk.client().json("POST", "/chat/escalate", bearer(crowd.token), escalate);
    StreamFleet fleet = openStreams(bench, {crowd});
    const FanOutTimes times = measureFanOut(fleet, kFanOutRounds, [&](const std::string& marker) {
        desk.client().json("POST", "/chat/message", bearer(crowd.token), {{"text", marker}});
    });
    const auto toLast = std::chrono::nanoseconds(static_cast<std::int64_t>(times.toLast.quantile(0.5)));
    Row row;
    row.what =
        "one message to " + countOf(bench) + " streams of its conversation, from POST until the last has it";
    row.value = duration(toLast);
    row.ceiling = duration(ceiling) + " bare sockets";
    row.share = toLast.count() > 0
                    ? std::chrono::duration<double>(ceiling) / std::chrono::duration<double>(toLast)
                    : 0;
    row.p50 = duration(toLast);
    row.p99 = duration(times.toLast.quantile(0.99));
    row.note = "reached " + std::to_string(times.reached) + " of " + std::to_string(fleet.opened().streams);
    bench.report.add(std::move(row));

    const Session reader = desk.openSession(publicKey);
    std::string read;
    writeRequest(read, "GET", "/session/" + reader.id, bearer(reader.token), {});
    std::string event;
    writeRequest(
        event, "POST", "/chat/message", bearer(crowd.token), R"({"text":"One more for everybody."})");
    LoadPlan plan = readsOf(bench, read);
    plan.rate = kReadsPerSecond;
    plan.write = [&](std::size_t, std::uint64_t sequence, std::string& out) {
        out = sequence % kReadsPerEvent == kReadsPerEvent - 1 ? event : read;
    };
    bench.report.add(loadRow("`GET /session/{id}` at 1,000/s, open loop, while two messages a second go to " +
                                 countOf(bench) + " streams",
                             runLoad(plan),
                             kReadsPerSecond,
                             "asked for"));
}

} // namespace

void measureStreams(Bench& bench)
{
    const Desk desk(bench.daemon);
    const std::string publicKey = desk.demoTenant(1).publicKey;
    measureIdleStreams(bench, desk, publicKey);
    measureEvents(bench, desk, publicKey);
}

} // namespace parley::bench
