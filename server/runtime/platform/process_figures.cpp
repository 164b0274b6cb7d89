// SPDX-License-Identifier: MIT
#include "server/runtime/platform/process_figures.h"

#include <filesystem>
#include <fstream>
#include <string>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#endif

namespace parley::server::runtime::platform {

namespace {

#if defined(__linux__)
/// "VmRSS:     1234 kB" of /proc/self/status. @source proc(5)
void readStatus(ProcessFigures& figures)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) {
            continue;
        }
        const std::string key = line.substr(0, colon);
        const auto number = [&] { return std::strtoull(line.c_str() + colon + 1, nullptr, 10); };
        if (key == "VmRSS") {
            figures.residentBytes = number() * 1024;
        } else if (key == "VmSize") {
            figures.virtualBytes = number() * 1024;
        } else if (key == "Threads") {
            figures.threads = number();
        }
    }
}

std::uint64_t countOpenFiles()
{
    std::error_code error;
    std::uint64_t count = 0;
    for (std::filesystem::directory_iterator at("/proc/self/fd", error), end; !error && at != end;
         at.increment(error)) {
        ++count;
    }
    return count == 0 ? 0 : count - 1; // one of them is the listing itself
}
#endif

} // namespace

ProcessFigures readProcessFigures()
{
    ProcessFigures figures;
#if defined(__linux__)
    readStatus(figures);
    figures.openFiles = countOpenFiles();
#endif
#if defined(__unix__) || defined(__APPLE__)
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        const auto seconds = [](const timeval& t) {
            return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
        };
        figures.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
#if defined(__APPLE__)
        figures.residentBytes = static_cast<std::uint64_t>(usage.ru_maxrss); // bytes there, and the peak
#endif
    }
#endif
    return figures;
}

} // namespace parley::server::runtime::platform
