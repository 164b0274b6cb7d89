// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"
#include "tests/bench/turn_workload.h"

#include <map>
#include <sstream>

namespace parley::bench {

namespace {

constexpr std::size_t kSessions = 512;
constexpr std::size_t kQuestions = 16;
constexpr double kRate = 500; // turns a second
constexpr double kNodeAim = 25'000;
/// About what a commit of a turn changes in the database, counted in the log.
constexpr int kPages = 28;
constexpr std::string_view kMetric = "parley_pipeline_node_seconds_";

struct NodeTime {
    double seconds = 0;
    double visits = 0;
};

/// What the daemon has counted so far, by node.
std::map<std::string, NodeTime> nodeTimes(const ApiClient& client)
{
    std::map<std::string, NodeTime> times;
    std::istringstream lines(client.call("GET", "/metrics").body);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t name = line.find("node=\"");
        if (!line.starts_with(kMetric) || name == std::string::npos) {
            continue;
        }
        const std::size_t begin = name + 6;
        NodeTime& time = times[line.substr(begin, line.find('"', begin) - begin)];
        const double value = std::stod(line.substr(line.rfind(' ')));
        const std::string_view kind = std::string_view(line).substr(kMetric.size());
        if (kind.starts_with("sum")) {
            time.seconds = value;
        } else if (kind.starts_with("count")) {
            time.visits = value;
        }
    }
    return times;
}

/// How much of each quantile the bare server needs as well.
std::string shareNote(const LoadResult& bare, const LoadResult& turns)
{
    std::string note;
    for (const auto& [name, q] : {std::pair("p50", 0.5), std::pair("p99", 0.99)}) {
        const auto value = static_cast<double>(turns.latency.quantile(q));
        const double share = value > 0 ? static_cast<double>(bare.latency.quantile(q)) / value : 0;
        note += (note.empty() ? "bare commits need of " : ", of ") + std::string(name) + " " +
                grouped(share * 100) + " %";
    }
    return note;
}

} // namespace

void measureNodes(Bench& bench)
{
    const Desk desk(bench.daemon);
    const TurnWorkload workload(desk, {desk.demoTenant(kQuestions)}, kSessions);
    const LoadResult bare = bench.ceilings.commits(kPages, kConnections, kRate);
    const auto before = nodeTimes(desk.client());
    const LoadResult result =
        workload.run(bench.daemon.endpoint(), kConnections, kRate, bench.options.duration);
    Row turns =
        loadRow("durable turns, open loop at 500/s (aim: p50 1 ms, p99 5 ms)", result, kRate, "asked for");
    turns.note += shareNote(bare, result);
    bench.report.add(std::move(turns));
    NodeTime all;
    std::string each;
    for (auto [name, time] : nodeTimes(desk.client())) {
        const auto earlier = before.find(name);
        if (earlier != before.end()) {
            time.seconds -= earlier->second.seconds;
            time.visits -= earlier->second.visits;
        }
        if (time.visits <= 0) {
            continue;
        }
        // The reply's commit is shared and waited for, not worked on.
        if (name != "deliver") {
            all.seconds += time.seconds;
            all.visits += time.visits;
        }
        each += (each.empty() ? "" : ", ") + name + " " +
                duration(static_cast<std::uint64_t>(time.seconds / time.visits * 1e9));
    }
    if (all.visits > 0) {
        const double mean = all.seconds / all.visits * 1e9;
        Row row;
        row.what = "a node of these turns, mean (deliver apart: it waits for the disk)";
        row.value = duration(static_cast<std::uint64_t>(mean));
        row.ceiling = "aim: 25 µs or less";
        row.share = kNodeAim / mean;
        row.note = each;
        bench.report.add(std::move(row));
    }
}

} // namespace parley::bench
