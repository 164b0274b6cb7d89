// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"

#include <poll.h>

#include <algorithm>
#include <vector>

namespace parley::bench {

namespace {

constexpr std::size_t kStarts = 10;
constexpr double kIdleAim = 40.0 * 1024 * 1024;
constexpr std::chrono::milliseconds kStartAim{150};
constexpr int kSettleMs = 2000; // for what a start does after its first answer

} // namespace

void measureProcess(Bench& bench)
{
    std::vector<std::chrono::nanoseconds> times;
    for (std::size_t i = 0; i < kStarts; ++i) {
        bench.daemon.stop();
        times.push_back(bench.daemon.start());
    }
    std::ranges::sort(times);
    const auto median = times[kStarts / 2];
    Row start;
    start.what = "start to the first 200 of GET /health, median of " + std::to_string(kStarts);
    start.value = duration(median);
    start.ceiling = "aim: 150 ms or less";
    start.share = std::chrono::duration<double>(kStartAim) / std::chrono::duration<double>(median);
    start.note = duration(times.front()) + " to " + duration(times.back());
    bench.report.add(std::move(start));

    ::poll(nullptr, 0, kSettleMs);
    const auto resident = static_cast<double>(bench.daemon.residentBytes());
    Row idle;
    idle.what = "resident memory of the idle daemon, demo tenant loaded";
    idle.value = bytes(resident);
    idle.ceiling = "aim: 40 MB or less";
    idle.share = kIdleAim / resident;
    bench.report.add(std::move(idle));
}

} // namespace parley::bench
