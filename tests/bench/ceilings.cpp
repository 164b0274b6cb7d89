// SPDX-License-Identifier: MIT
#include "tests/bench/ceilings.h"

#include "tests/bench/api_client.h"
#include "tests/bench/daemon.h"
#include "tests/bench/load.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace parley::bench {

namespace {

constexpr int kFanOutRounds = 20;
constexpr std::size_t kBlockBytes = 4096; // one page of the daemon's database

std::string bareRequest(const std::string& method)
{
    std::string request;
    const std::string token(700, 't'); // an RS256 token is about as long
    if (method == "GET") {
        writeRequest(request, method, "/health", {}, {});
    } else {
        writeRequest(
            request, method, "/chat/message", bearer(token), R"({"text":"How long does delivery take?"})");
    }
    return request;
}

} // namespace

FanOutTimes
measureFanOut(StreamFleet& fleet, int rounds, const std::function<void(const std::string& marker)>& publish)
{
    FanOutTimes times;
    times.reached = fleet.opened().streams;
    for (int round = 0; round < rounds; ++round) {
        const std::string marker = "bench-event-" + std::to_string(round) + "-of-" + std::to_string(rounds);
        fleet.expect(marker);
        const std::chrono::nanoseconds begin = std::chrono::steady_clock::now().time_since_epoch();
        publish(marker);
        const FanOut fanOut = fleet.collect();
        times.reached = std::min(times.reached, fanOut.reached);
        if (fanOut.reached > 0) {
            times.toLast.record(static_cast<std::uint64_t>((fanOut.last - begin).count()));
            times.toMedian.record(static_cast<std::uint64_t>((fanOut.median - begin).count()));
        }
    }
    return times;
}

Ceilings::Ceilings(const Options& options, Report& report)
    : m_options(options), m_report(report), m_server(options.serverCpus)
{}

double Ceilings::gets(std::size_t connections)
{
    return echo("GET", connections);
}

double Ceilings::posts(std::size_t connections)
{
    return echo("POST", connections);
}

double Ceilings::echo(const std::string& method, std::size_t connections)
{
    double& known = m_echo[{method, connections}];
    if (known > 0) {
        return known;
    }
    const std::string request = bareRequest(method);
    LoadPlan plan;
    plan.endpoint = m_server.endpoint();
    plan.connections = connections;
    plan.duration = m_options.duration;
    plan.write = [&](std::size_t, std::uint64_t, std::string& out) { out = request; };
    const LoadResult result = runLoad(plan);
    known = result.perSecond();
    m_report.add(
        loadRow("ceiling: bare epoll server, " + method + ", " + std::to_string(connections) + " connections",
                result,
                0,
                {}));
    return known;
}

double Ceilings::syncedAppends()
{
    const TemporaryFolder folder(m_options.data);
    const std::string path = (folder.path() / "appends").string();
    const Fd file(open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    const std::string block(kBlockBytes, 'x');
    Histogram times;
    const auto begin = std::chrono::steady_clock::now();
    auto now = begin;
    while (now - begin < m_options.duration) {
        if (::write(file.get(), block.data(), block.size()) != static_cast<ssize_t>(block.size()) ||
            fdatasync(file.get()) != 0) {
            throw std::system_error(errno, std::generic_category(), path);
        }
        const auto after = std::chrono::steady_clock::now();
        times.record(static_cast<std::uint64_t>((after - now).count()));
        now = after;
    }
    const double perSecond =
        static_cast<double>(times.count()) / std::chrono::duration<double>(now - begin).count();
    Row row;
    row.what = "ceiling: 4 KB append + fdatasync, one writer";
    row.value = grouped(perSecond) + "/s";
    row.p50 = duration(times.quantile(0.5));
    row.p99 = duration(times.quantile(0.99));
    m_report.add(std::move(row));
    return perSecond;
}

LoadResult Ceilings::commits(int pages, std::size_t connections, double perSecond)
{
    const TemporaryFolder folder(m_options.data);
    const BareServer server(m_options.serverCpus, folder.path());
    std::string request;
    writeRequest(request, "POST", "/commit/" + std::to_string(pages), bearer(std::string(700, 't')), "{}");
    LoadPlan plan;
    plan.endpoint = server.endpoint();
    plan.connections = connections;
    plan.rate = perSecond;
    plan.duration = m_options.duration;
    plan.write = [&](std::size_t, std::uint64_t, std::string& out) { out = request; };
    LoadResult result = runLoad(plan);
    m_report.add(loadRow("ceiling: bare server that commits " + std::to_string(pages) +
                             " pages with SQLite and then answers, open loop at " + grouped(perSecond) + "/s",
                         result,
                         perSecond,
                         "asked for"));
    return result;
}

std::chrono::nanoseconds Ceilings::fanOut()
{
    if (m_fanOut.count() > 0) {
        return m_fanOut;
    }
    std::string request;
    writeRequest(request, "GET", "/stream", {}, {});
    StreamFleet fleet(m_server.endpoint(),
                      std::vector<std::string>(m_options.streams, request),
                      m_options.clientCpus);
    const ApiClient client(m_server.endpoint());
    const FanOutTimes times = measureFanOut(fleet, kFanOutRounds, [&](const std::string& marker) {
        client.call("GET", "/publish/" + marker);
    });
    m_fanOut = std::chrono::nanoseconds(static_cast<std::int64_t>(times.toLast.quantile(0.5)));
    Row row;
    row.what = "ceiling: one event to " + grouped(static_cast<double>(m_options.streams)) +
               " sockets of the bare server, until the last has it";
    row.value = duration(m_fanOut);
    row.p50 = row.value;
    row.p99 = duration(times.toLast.quantile(0.99));
    row.note = times.reached == m_options.streams ? "" : "reached only " + std::to_string(times.reached);
    m_report.add(std::move(row));
    return m_fanOut;
}

} // namespace parley::bench
